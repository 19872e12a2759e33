"use client";

import { type ReactNode, useId } from "react";
import { FieldError, FieldHint } from "../field-notes";
import { useFormAnswer } from "../form-context";

type CheckboxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is posted when it is on; nothing is posted when it is off. */
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
};

/** A yes or no with its own label and error: it needs no `Field`. Several may share a name. */
export const Checkbox = ({
  name,
  label,
  hint,
  value = "on",
  defaultChecked = false,
  required,
}: CheckboxProps) => {
  const id = useId();
  const { errors, posted } = useFormAnswer(name);
  const invalid = errors.length > 0;
  return (
    <div>
      <label className="flex min-h-11 items-center gap-2.5 md:min-h-7">
        <input
          type="checkbox"
          name={name}
          value={value}
          required={required}
          defaultChecked={posted ? posted.includes(value) : defaultChecked}
          aria-invalid={invalid || undefined}
          aria-describedby={
            [invalid && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined
          }
          className="size-5 shrink-0 rounded accent-accent md:size-4"
        />
        {label}
      </label>
      <div className="pl-7.5 md:pl-6.5 [&>p]:mt-0">
        <FieldError id={`${id}-error`} messages={errors} />
        {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      </div>
    </div>
  );
};
