"use client";

import { createContext, useContext } from "react";

export type FormAnswer = {
  /** Messages by field name, as the action gave them. */
  errors: Record<string, string[]>;
  /** What was posted before JavaScript was there, by field name; undefined when nothing was. */
  posted?: Record<string, string | string[]>;
  /** What the form is on since somebody else changed it. */
  shown?: string;
};

export const FormContext = createContext<FormAnswer>({ errors: {} });

/**
 * What a field needs to know of its form.
 * @returns `errors` for this name, and `posted`: the texts posted under it, or undefined when nothing was posted
 */
export function useFormAnswer(name: string): { errors: string[]; posted: string[] | undefined } {
  const { errors, posted } = useContext(FormContext);
  const values = posted && (posted[name] ?? []);
  return { errors: errors[name] ?? [], posted: typeof values === "string" ? [values] : values };
}
