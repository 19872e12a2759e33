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
      event.target.value = asUsPhone(event.target.value);
    }}
  />
);

function asUsPhone(text: string): string {
  const match = /^\s*(?:\+?1[\s.-]*)?\(?(\d{3})\)?[\s.-]*(\d{3})[\s.-]*(\d{4})\s*$/.exec(text);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : text;
}
