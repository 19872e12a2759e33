/** Slips that change nothing anybody could see: by file, a part of the line, where needed what it was broken into, and why. */
export const equivalents: { file: RegExp; has: string; to?: string; because: string }[] = [];
