"use client";

import type { ReactNode } from "react";

type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type ChoiceCardsProps = {
  legend: ReactNode;
  /** Groups the buttons; what is chosen is posted by other fields. */
  name: string;
  options: readonly Choice[];
  chosen: string | null;
  onChoose: (value: string) => void;
};

/** One of what was just found, as cards: arrow keys walk through them, one Tab leaves. */
export const ChoiceCards = ({ legend, name, options, chosen, onChoose }: ChoiceCardsProps) => (
  <fieldset>
    <legend className="mb-1 text-[0.8125rem] font-medium">{legend}</legend>
    <div className="grid gap-2 sm:grid-cols-2">
      {options.map(({ value, label, hint }) => (
        <label
          key={value}
          className="flex min-h-11 cursor-pointer items-center rounded-control border border-line-strong/70 bg-surface px-3 py-2 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
            className="sr-only"
          />
          <span className="min-w-0">
            <span className="block font-medium">{label}</span>
            {hint && <span className="block text-[0.8125rem] text-ink-soft">{hint}</span>}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);
