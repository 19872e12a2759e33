"use client";

import type { IsoDate } from "@/lib/dates";
import { TextInput, type TextInputProps } from "./text-input";

type DateInputProps = Omit<TextInputProps, "type" | "suggestions" | "defaultValue" | "min" | "max"> & {
  defaultValue?: IsoDate | null;
  min?: IsoDate;
  max?: IsoDate;
};

/** A calendar day, posted as `YYYY-MM-DD`. */
export const DateInput = (props: DateInputProps) => (
  <TextInput type="date" {...props} className="tabular-nums" />
);
