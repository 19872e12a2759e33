"use client";

import { TextInput, type TextInputProps } from "./text-input";

/** A US phone number; ten digits are written as "(512) 555-0142" when one leaves the field, anything else stays. */
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

/** Ten digits, however they are set apart, as "(512) 555-0142"; null for anything else. */
export function usPhone(text: string): string | null {
  const match = /^\s*(?:\+?1[\s.-]*)?\(?(\d{3})\)?[\s.-]*(\d{3})[\s.-]*(\d{4})\s*$/.exec(text);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : null;
}
