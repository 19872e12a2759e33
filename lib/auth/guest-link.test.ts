import { beforeAll, expect, it, vi } from "vitest";
import type { TenantId } from "@/lib/tenancy/scope";
import { guestAddress, guestToken, readGuestToken } from "./guest-link";

const tenantId = "0193b5a1-0000-7000-8000-00000000000a" as TenantId;
const id = "0193b5a1-0000-7000-8000-00000000000b";

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_URL", "https://shop.example.com/somewhere");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of at least thirty-two characters");
  vi.stubEnv("DATABASE_URL", "postgres://app@localhost/app");
  vi.stubEnv("TENANCY_KEY", "0".repeat(64));
});

it("opens what it was made for", () => {
  expect(readGuestToken(guestToken({ tenantId }, id))).toEqual({ tenantId, id });
});

it("opens nothing once a single character is another", () => {
  const token = guestToken({ tenantId }, id);
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === "A" ? "B" : "A";
    expect(readGuestToken(token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
  }
});

it.each(["", "x", "../../etc", "A".repeat(64), "A".repeat(65), `${"A".repeat(63)}é`])(
  "opens nothing for %j",
  (token) => {
    expect(readGuestToken(token)).toBeNull();
  },
);

it("opens nothing with anything before or behind it, though a decoder would look past that", () => {
  const token = guestToken({ tenantId }, id);
  for (const more of [
    `\u00e9${token}`,
    `${token}\u00e9`,
    `.${token}`,
    `${token}.`,
    `${token}=`,
    `${token}\n`,
  ])
    expect(readGuestToken(more)).toBeNull();
  expect(readGuestToken(token.slice(0, -1))).toBeNull();
});

it("is an address of the app's own, whose token opens the row of that shop", () => {
  const address = guestAddress("/quote", { tenantId }, id);
  expect(address).toBe(`https://shop.example.com/quote/${guestToken({ tenantId }, id)}`);
  expect(guestToken({ tenantId }, id)).toHaveLength(64);
  expect(guestToken({ tenantId: id as TenantId }, tenantId)).not.toBe(guestToken({ tenantId }, id));
});
