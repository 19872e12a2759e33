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
    ref={(input) => {
      // Typed and left before this page's scripts had come.
      if (input && document.activeElement !== input) queueMicrotask(() => showMeant(input));
    }}
    onBlur={({ target }) => showMeant(target)}
    className="tabular-nums"
  />
);

function showMeant(input: HTMLInputElement): void {
  const meant = readDay(input.value, new Date());
  if (meant && meant !== input.value) setTyped(input, meant);
}
