"use client";

import { readDay } from "@/lib/date-range";
import type { IsoDate } from "@/lib/dates";
import { setTyped } from "../set-typed";
import { TextInput, type TextInputProps } from "./text-input";

type DateInputProps = Omit<TextInputProps, "type" | "suggestions" | "defaultValue" | "min" | "max"> & {
  defaultValue?: IsoDate | null;
  /** Which days make sense, see `dayRange`. */
  min: IsoDate;
  max: IsoDate;
};

/** A calendar day, posted as `YYYY-MM-DD`. Two digits typed for the year are shown as the year they are read as. */
export const DateInput = (props: DateInputProps) => (
  <TextInput
    type="date"
    {...props}
    onBlur={({ target }) => {
      const meant = readDay(target.value, new Date());
      if (meant && meant !== target.value) setTyped(target, meant);
    }}
    className="tabular-nums"
  />
);
