"use client";

import { type ComponentProps, useId } from "react";
import { cx } from "@/components/ui/class-names";
import { useField } from "../field";

type Shared = "name" | "id" | "required" | "value" | "defaultValue";

export type TextInputProps = Omit<ComponentProps<"input">, Shared> & {
  defaultValue?: string | null;
  /** Common answers to choose from while typing; any other text is fine too. */
  suggestions?: readonly string[];
};

/** One line of text; `type` may be "email", "password", "number", "time" and the like. */
export const TextInput = ({ defaultValue, suggestions, className, ...props }: TextInputProps) => {
  const { text, attributes } = useField(defaultValue ?? "");
  const listId = useId();
  return (
    <>
      <input
        type="text"
        autoComplete="off"
        {...attributes}
        {...props}
        list={suggestions && listId}
        defaultValue={props.type === "password" ? undefined : text}
        className={cx("control", className)}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
};
