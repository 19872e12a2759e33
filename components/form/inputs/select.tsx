"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/class-names";
import { useField } from "../field";

export type Option = { value: string; label: string; hint?: string };

type SelectProps = Omit<
  ComponentProps<"select">,
  "name" | "id" | "required" | "value" | "defaultValue" | "multiple"
> & {
  options: readonly Option[];
  defaultValue?: string | null;
  /** An empty first choice: "Choose an insurer". Without one, the first option is chosen from the start. */
  placeholder?: string;
};

/** One of a short list; use `Combobox` for more than about twenty. */
export const Select = ({ options, defaultValue, placeholder, className, ...props }: SelectProps) => {
  const { text, attributes } = useField(defaultValue ?? "");
  return (
    <div className="relative">
      {/* The key: React takes a select's default only when it is new. */}
      <select
        key={text}
        {...attributes}
        {...props}
        defaultValue={text}
        className={cx("control appearance-none pr-9! text-ellipsis", className)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-faint"
      />
    </div>
  );
};
