import { AsyncLocalStorage } from "node:async_hooks";
import { createHmac } from "node:crypto";

declare const tenantBrand: unique symbol;

/** A tenant's id that somebody has proven a right to. Minted from a membership or by `everyTenant`, never from a request. */
export type TenantId = string & { readonly [tenantBrand]: true };

/** What a transaction may be: one shop, or the kernel's own work. */
export type Scope = TenantId | "system";

/** The rows of searched tables that a transaction wrote, by table: their ids, or all where a statement can't say which. */
export type Written = Map<string, Set<string> | "all">;

type Transaction = {
  scope: Scope;
  db: unknown;
  /** Every id that was asked for or written in it, in small letters. */
  asked?: Set<string>;
  /** What it wrote that is found by search terms; nothing is noted where this is missing. */
  written?: Written;
};

/** The transaction that this async call chain runs in. */
export const running = new AsyncLocalStorage<Transaction>();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @returns whether the text has the form of an id. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}

/** Keeps the ids among a statement's parameters with the transaction, so that the security log knows what was really asked for. */
export function noteIds(values: unknown): void {
  const asked = running.getStore()?.asked;
  for (const value of asked && Array.isArray(values) ? values.flat() : [])
    if (isUuid(value)) asked?.add(value.toLowerCase());
}

const TICKET_SECONDS = 60;

/**
 * The ticket for `app.enter`: `scope.backend.expiry.hmac`.
 * @param backend pid of the Postgres backend; the ticket is of no use to another.
 * @param key the signing key, hexadecimal; the database keeps the same key where the app's role can't read it.
 */
export function ticket(scope: Scope, backend: number, key: string): string {
  const message = `${scope}.${backend}.${Math.floor(Date.now() / 1000) + TICKET_SECONDS}`;
  const mac = createHmac("sha256", Buffer.from(key, "hex")).update(`ticket.${message}`).digest("hex");
  return `${message}.${mac}`;
}
