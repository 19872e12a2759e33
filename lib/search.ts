/** Prisma hands these texts to LIKE, which would read `%` and `_` as any letters. */
const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&");

const mode = "insensitive" as const;

/** Picks texts that are the same, in capitals or not. */
export const same = (text: string) => ({ equals: literal(text), mode });

/** Picks texts that hold what was typed, in capitals or not. */
export const holds = (text: string) => ({ contains: literal(text), mode });

/** Picks texts that begin with what was typed, in capitals or not. */
export const begins = (text: string) => ({ startsWith: literal(text), mode });

/** The same for numbers, plates and other codes, which are kept in one spelling. */
export const codeBegins = (code: string) => ({ startsWith: literal(code) });
