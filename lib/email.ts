import { z } from "zod";

declare const emailBrand: unique symbol;

/** A person's e-mail as it is counted, found, recorded and stored: one writing for one address. Only `emailOf` makes one. */
export type Email = string & { readonly [emailBrand]: true };

/** What a keyboard, a clipboard or a program leaves around an address: white space of every script, marks without a width, controls. */
const AROUND = /^[\s\p{C}\p{Z}\p{M}]+|[\s\p{C}\p{Z}\p{M}]+$/gu;
const address = z.email().max(254);

/** @returns the one writing of an e-mail, or null for what can't be one. Beyond ASCII there is none: two letters that look alike are never one account. */
export function emailOf(text: unknown): Email | null {
  const bare = typeof text === "string" ? text.slice(0, 1000).replace(AROUND, "") : "";
  return address.safeParse(bare).success ? (bare.toLowerCase() as Email) : null;
}
