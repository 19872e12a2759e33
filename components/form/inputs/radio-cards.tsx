"use client";

import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/class-names";
import { FieldError, FieldHint, RequiredMark } from "../field-notes";
import { useFormAnswer } from "../form-context";

export type RadioCard = { value: string; label: ReactNode; hint?: ReactNode; icon?: ReactNode };

type RadioCardsProps = {
  name: string;
  label: ReactNode;
  options: readonly RadioCard[];
  hint?: ReactNode;
  required?: boolean;
  defaultValue?: string | null;
  /** How many stand side by side where there is room. */
  columns?: 2 | 3 | 4;
};

const grids = { 2: "sm:grid-cols-2", 3: "sm:grid-cols-3", 4: "grid-cols-2 sm:grid-cols-4" };

/** One of a few, as large cards that a thumb can hit. Brings its own label and error: it needs no `Field`. */
export const RadioCards = ({
  name,
  label,
  options,
  hint,
  required = false,
  defaultValue,
  columns = 2,
}: RadioCardsProps) => {
  const id = useId();
  const { errors, posted } = useFormAnswer(name);
  const chosen = posted ? posted[0] : defaultValue;
  const invalid = errors.length > 0;
  return (
    <fieldset
      aria-describedby={
        [invalid && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined
      }
    >
      <legend className="mb-1 text-[0.8125rem] font-medium">
        {label}
        {required && <RequiredMark />}
      </legend>
      <div className={cx("grid gap-2", grids[columns])}>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-control border border-line-strong/70 bg-surface px-3 py-2 transition-colors hover:border-line-strong hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              defaultChecked={option.value === chosen}
              aria-invalid={invalid || undefined}
              className="peer sr-only"
            />
            {option.icon && (
              <span className="text-ink-faint peer-checked:text-accent-ink [&_svg]:size-4.5">
                {option.icon}
              </span>
            )}
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{option.label}</span>
              {option.hint && <span className="block text-[0.8125rem] text-ink-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} messages={errors} />
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
    </fieldset>
  );
};
