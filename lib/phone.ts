import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** @returns the number as E.164 (`+15125550188`), US unless it says otherwise; null when it can't be a phone number. */
export function parsePhone(text: string): string | null {
  const phone = parsePhoneNumberFromString(text, "US");
  return phone?.isPossible() ? phone.number : null;
}

/** @returns an E.164 number as people read it: `(512) 555-0188`. Anything else comes back as it is. */
export function formatPhone(e164: string): string {
  const phone = parsePhoneNumberFromString(e164);
  if (!phone) return e164;
  return phone.countryCallingCode === "1" ? phone.formatNational() : phone.formatInternational();
}
