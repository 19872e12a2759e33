/** A line's end, as whichever system writes it, or as a word processor does inside a cell. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Control characters, and those that hide, part words unseen or turn the direction of what follows. */
const HIDDEN = /[\0-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Half of a character, which neither UTF-8 nor Postgres can hold. */
const HALF = /\p{Cs}/gu;

/** Posted text as the person who typed it sees it: a line's end is one character, and nothing hides. */
export const asTyped = (posted: string): string =>
  posted.replace(LINE_END, "\n").replace(HIDDEN, "").replace(HALF, "\ufffd");

/** The same in one line: a space between words, none around them, and letters with their accents on them. */
export const oneLine = (posted: string): string =>
  asTyped(posted).replace(/\s+/g, " ").trim().normalize("NFC");

/** Whether anything of a text is to be seen. */
export const isVisible = (text: string): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/\p{Default_Ignorable_Code_Point}|\u2800/gu, ""));
