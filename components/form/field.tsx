"use client";

import { createContext, type ReactNode, useContext, useId } from "react";
import { FieldError, FieldHint, RequiredMark } from "./field-notes";
import { useFormAnswer } from "./form-context";

type FieldContextValue = {
  name: string;
  id: string;
  required: boolean;
  describedBy?: string;
  invalid: boolean;
  posted?: string[];
};

const FieldContext = createContext<FieldContextValue | null>(null);

type FieldProps = {
  /** The name in the posted form, and in the action's errors. */
  name: string;
  label: ReactNode;
  /** A line under the field: a format, or why it is asked. */
  hint?: ReactNode;
  required?: boolean;
  /** One of this folder's inputs. */
  children: ReactNode;
  className?: string;
};

/** A labelled input with its hint and its error. The input inside takes name, id and state from here. */
export const Field = ({ name, label, hint, required = false, children, className }: FieldProps) => {
  const id = useId();
  const { errors, posted } = useFormAnswer(name);
  const invalid = errors.length > 0;
  const describedBy = [invalid && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-[0.8125rem] font-medium text-ink">
        {label}
        {required && <RequiredMark />}
      </label>
      <FieldContext value={{ name, id, required, describedBy, invalid, posted }}>{children}</FieldContext>
      <FieldError id={`${id}-error`} messages={errors} />
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
    </div>
  );
};

/**
 * What an input inside a `Field` puts on its element, and the text it starts with.
 * @param fallback the text to start with when nothing was posted
 * @throws Error when there is no `Field` around it
 */
export function useField(fallback = "") {
  const field = useContext(FieldContext);
  if (!field) throw new Error("An input stands inside a Field, which gives it its name and its label.");
  return {
    text: field.posted ? (field.posted[0] ?? "") : fallback,
    attributes: {
      name: field.name,
      id: field.id,
      required: field.required,
      "aria-invalid": field.invalid || undefined,
      "aria-describedby": field.describedBy,
    },
  };
}
