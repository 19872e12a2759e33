import { createHash } from "node:crypto";

/** Tells plain data from the same data after any change, in the order of its keys: SHA-256 of its JSON. */
export const fingerprint = (data: unknown): string =>
  createHash("sha256").update(JSON.stringify(data)).digest("base64url");
