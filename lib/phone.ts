import { parsePhoneNumberFromString } from "libphonenumber-js/min";

const EXAMPLE = "(512) 555-0188";

/**
 * Reads one phone number, US unless it says otherwise. Whatever else stands beside it makes it none: it would be lost.
 * @returns as RFC 3966 has it after `tel:`, such as `+15125550188` or `+15125550188;ext=23`; null when it can't be a phone number.
 */
export function parsePhone(text: string): string | null {
  const phone = parsePhoneNumberFromString(text, { defaultCountry: "US", extract: false });
  if (!phone?.isPossible()) return null;
  return phone.ext ? `${phone.number};ext=${phone.ext}` : phone.number;
}

/** Why a text is no phone number, and what to do with what stands beside one. */
export function whyNoPhone(text: string): string {
  const holdsOne = text.replace(/\D/g, "").length >= 10;
  return holdsOne
    ? `Enter one phone number and nothing beside it but its extension, such as ${EXAMPLE} ext. 23. Keep other numbers and words in the notes.`
    : `Enter a phone number with area code, such as ${EXAMPLE}.`;
}

/** @returns a number as it is kept, as people read it: `(512) 555-0188 ext. 23`. Anything else comes back as it is. */
export function formatPhone(kept: string): string {
  const phone = parsePhoneNumberFromString(kept);
  if (!phone) return kept;
  return phone.countryCallingCode === "1" ? phone.formatNational() : phone.formatInternational();
}

/** The digits to look for in kept numbers, of a number or a part of one as typed. An extension is no part of it. */
export const phoneDigits = (typed: string): string =>
  (parsePhone(typed) ?? typed).replace(/;ext=\d+$/, "").replace(/\D/g, "");
