import { createHash } from "node:crypto";

/** Tells one person's drafts from another's in a browser, and nobody there who it is. */
export const draftOwner = (userId: string): string =>
  createHash("sha256").update(`drafts of ${userId}`).digest("base64url").slice(0, 16);
