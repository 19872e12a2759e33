"use client";

import type { ComponentProps } from "react";
import { cx } from "@/components/ui/class-names";
import { useField } from "../field";

type TextAreaProps = Omit<
  ComponentProps<"textarea">,
  "name" | "id" | "required" | "value" | "defaultValue"
> & {
  defaultValue?: string | null;
};

/** Several lines of text; grows with what is typed where the browser can do that. */
export const TextArea = ({ defaultValue, className, rows = 3, ...props }: TextAreaProps) => {
  const { text, attributes } = useField(defaultValue ?? "");
  return (
    <textarea
      rows={rows}
      {...attributes}
      {...props}
      defaultValue={text}
      style={{ minHeight: `${rows * 1.5 + 1.1}em` }}
      className={cx("control max-h-96 py-2 [field-sizing:content]", className)}
    />
  );
};
