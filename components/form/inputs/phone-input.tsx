"use client";

import { TextInput, type TextInputProps } from "./text-input";

/** A US phone number; ten digits are written as "(512) 555-0142 ext. 23" when one leaves the field, anything else stays. */
export const PhoneInput = (props: Omit<TextInputProps, "type" | "suggestions">) => (
  <TextInput
    type="tel"
    inputMode="tel"
    placeholder="(512) 555-0142"
    {...props}
    onBlur={(event) => {
      event.target.value = usPhone(event.target.value) ?? event.target.value;
    }}
  />
);

const US =
  /^\s*(?:\+?1[\s.-]*)?\(?(\d{3})\)?[\s.-]*(\d{3})[\s.-]*(\d{4})(?:\s*(?:ext\.?|extension|x\.?|#)\s*(\d{1,7}))?\s*$/i;

/** Ten digits, however they are set apart, as "(512) 555-0142", with their extension; null for anything else. */
export function usPhone(text: string): string | null {
  const [match, area, office, line, extension] = US.exec(text) ?? [];
  return match === undefined ? null : `(${area}) ${office}-${line}${extension ? ` ext. ${extension}` : ""}`;
}
