import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Longer texts differ before this. */
const LONGEST = 40;

/** More words narrow nothing down. */
const MOST_WORDS = 8;

/** Before what is spelled from its end, so that it is never taken for what is spelled from its start. */
const FROM_END = "<";

/** Above every character, so that all that begins with a text lies between the text and the text with this behind it. */
const LAST = "\u{10FFFF}";

const spelled: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** The words of a text in small letters without accents. Whatever is no letter and no digit parts words, any apostrophe too; `%` and `_` are letters. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u02b0-\u02ff]/g, " ")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => spelled[letter] ?? letter);
  return plain.match(/[\p{L}\p{Nd}%_]+/gu) ?? [];
}

const cut = (text: string) => [...text].slice(0, LONGEST).join("");
const fromEnd = (text: string) => FROM_END + [...text].reverse().slice(0, LONGEST).join("");

/** From each word to the end, run together: `ann o'brien` is annobrien, obrien and brien. So each word is found, and any that run together. */
export function textTerms(text: string): string[] {
  const words = wordsOf(text);
  return words.map((_, index) => cut(words.slice(index).join("")));
}

/** Numbers, plates and other codes are also known by how they end. */
export function codeTerms(code: string): string[] {
  const whole = wordsOf(code).join("");
  return whole ? [...textTerms(code), fromEnd(whole)] : [];
}

/** A part number is also known without its prefix and the zeros behind it: DW01659GTYN by 01659 and 1659. */
export function partTerms(number: string): string[] {
  const digits = wordsOf(number).join("").replace(/^\D+/, "");
  return [...codeTerms(number), ...textTerms(digits), ...textTerms(digits.replace(/^0+/, ""))];
}

/** A VIN is often told by its last eight. */
export const vinTerms = (vin: string): string[] => [...codeTerms(vin), ...textTerms(vin.slice(-8))];

/** A number as it is kept, by its digits: as it is dialed at home, without the area's, and from the end; abroad also with the country's. */
export function phoneTerms(kept: string): string[] {
  const [number = ""] = kept.split(";");
  const digits = number.replace(/\D/g, "");
  if (!digits) return [];
  const home = number.startsWith("+1");
  const within = home ? digits.slice(1) : (parsePhoneNumberFromString(number)?.nationalNumber ?? digits);
  return [...(home ? [] : [digits]), within, within.slice(-7), fromEnd(within)];
}

/** What is dialed before a number of our own country, or within a company behind it. */
const AROUND = [
  /\+1(?=[\s.(-]|\d{10})/g,
  /(?<![\w-])1[\s.-]*(?=\(?\d{3}\)?[\s.-]*\d{3}[\s.-]*\d{4}(?!\d))/g,
  /(?<=\d)[\s,;]*\b(?:ext|extension|x)\b\.?\s*\d+\s*$/i,
];

/** Terms from the first up to the second, which is not one of them. */
export type Range = { from: string; to: string };

const beginning = (text: string): Range => ({ from: text, to: text + LAST });

/**
 * What was typed into a search, as the terms that each word of it may mean: itself, and run together with the word before or after it.
 * @returns nothing where no letter and no digit was typed.
 */
export function rangesOf(search: string): Range[][] {
  const said = AROUND.reduce((text, part) => text.replace(part, " "), search);
  const words = wordsOf(said).slice(0, MOST_WORDS);
  return words.map((word, index) => {
    const [before, after] = [words[index - 1], words[index + 1]];
    const spellings = [word, ...(before ? [before + word] : []), ...(after ? [word + after] : [])];
    const ends = spellings.filter((one) => one.length >= 3 && /\d/.test(one)).map(fromEnd);
    return [...spellings.map(cut), ...ends].map(beginning);
  });
}
