import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import type { TenantId } from "@/lib/tenancy/tenancy";
import type { Actor } from "./actor";

const ID_BYTES = 16;
const MAC_BYTES = 16;

/** What a link opens: one row of one shop. Whether it still does, the row says. */
export type Guest = { tenantId: TenantId; id: string };

/** A key of its own, so that what is signed here can never pass for a session. */
function signature(ids: Buffer): Buffer {
  const key = Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "guest link", 32));
  return createHmac("sha256", key).update(ids).digest().subarray(0, MAC_BYTES);
}

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
const uuidOf = (bytes: Buffer) =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** The signed part of an address by which somebody without an account sees one row. 64 characters; 128 bits of it can only be made with our key. */
export function guestToken({ tenantId }: Pick<Actor, "tenantId">, id: string): string {
  const ids = Buffer.concat([bytesOf(tenantId), bytesOf(id)]);
  return Buffer.concat([ids, signature(ids)]).toString("base64url");
}

/** @returns what a token opens; null for one that we did not sign. The signature is the proof from which this TenantId comes. */
export function readGuestToken(token: string): Guest | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const ids = bytes.subarray(0, 2 * ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(2 * ID_BYTES), signature(ids))) return null;
  return { tenantId: uuidOf(ids.subarray(0, ID_BYTES)) as TenantId, id: uuidOf(ids.subarray(ID_BYTES)) };
}

/** Where a guest goes: the app's public address and the path, such as `/quote/` and the token. Never the address that a request named. */
export function guestAddress(path: string, actor: Pick<Actor, "tenantId">, id: string): string {
  return new URL(`${path}/${guestToken(actor, id)}`, env().NEXTAUTH_URL ?? "http://localhost:3000").href;
}
