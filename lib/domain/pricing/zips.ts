import { stateOfZip } from "@/lib/zip-states";

export const ZIPS_WANTED = "Enter ZIP codes, or their first 3 or 4 digits: 78701, 787.";

const WHOLE = 5;

type Reading = { zip: string } | { fault: string };

/**
 * ZIP codes and their beginnings as typed, between commas or spaces, each once. A spreadsheet that takes them for numbers leaves out
 * the zeros at their front: 2134 is 02134 where the state says so.
 * @param home the state that they are in, or the shop's; "" where nobody knows
 * @returns null where something is wrong, see `zipsFault`
 */
export function readZips(text: string, home = ""): string[] | null {
  const read = tokensOf(text).map((token) => readZip(token, home));
  const zips = read.flatMap((one) => ("zip" in one ? one.zip : []));
  return read.length > 0 && zips.length === read.length ? [...new Set(zips)] : null;
}

/** Why ZIP codes can't be read; null where they can. */
export function zipsFault(text: string, home = ""): string | null {
  const read = tokensOf(text).map((token) => readZip(token, home));
  const wrong = read.find((one) => "fault" in one);
  return wrong && "fault" in wrong ? wrong.fault : read.length > 0 ? null : ZIPS_WANTED;
}

/** ZIP codes as a field shows them: a star tells a beginning apart from a whole code that lost its zeros. */
export const zipsText = (zips: readonly string[]): string =>
  zips.map((zip) => (zip.length < WHOLE ? `${zip}*` : zip)).join(", ");

const tokensOf = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

function readZip(token: string, home: string): Reading {
  const [, digits = "", star] = /^(\d{3,5})(\*?)$/.exec(token) ?? [];
  if (!digits) return { fault: `${token.slice(0, 20)} is no ZIP code. ${ZIPS_WANTED}` };
  if (star || digits.startsWith("0") || digits.length === WHOLE) return { zip: digits };
  const whole = digits.padStart(WHOLE, "0");
  const [begins, without] = [stateOfZip(digits), stateOfZip(whole)];
  if (!without || begins === home) return { zip: digits };
  if (without === home) return { zip: whole };
  // Three digits are how one writes a beginning; as a whole code they are in Puerto Rico and next to nowhere else.
  if (digits.length === 3) return { zip: digits };
  return {
    fault: `${digits} may be ${whole} in ${without}, or all that begin with ${digits}${begins ? ` in ${begins}` : ""}. Enter ${whole} or ${digits}*.`,
  };
}
