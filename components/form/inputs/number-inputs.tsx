"use client";

import type { ReactNode } from "react";
import type { Bps, Cents } from "@/lib/money";
import { TextInput, type TextInputProps } from "./text-input";

type NumberInputProps = Omit<TextInputProps, "defaultValue" | "type" | "suggestions">;

/** An amount of money, typed as dollars: posts the text as typed, such as "1,234.50". */
export const MoneyInput = ({
  defaultCents,
  ...props
}: NumberInputProps & { defaultCents?: Cents | null }) => (
  <Affix before="$">
    <TextInput
      inputMode="decimal"
      placeholder="0.00"
      defaultValue={defaultCents == null ? "" : (defaultCents / 100).toFixed(2)}
      {...props}
      className="pl-7! tabular-nums"
    />
  </Affix>
);

/** A percentage, typed as such: posts the text as typed, such as "8.25". */
export const PercentInput = ({ defaultBps, ...props }: NumberInputProps & { defaultBps?: Bps | null }) => (
  <Affix after="%">
    <TextInput
      inputMode="decimal"
      defaultValue={defaultBps == null ? "" : String(defaultBps / 100)}
      {...props}
      className="pr-8! tabular-nums"
    />
  </Affix>
);

const Affix = ({ before, after, children }: { before?: string; after?: string; children: ReactNode }) => (
  <div className="relative [&>span]:pointer-events-none [&>span]:absolute [&>span]:inset-y-0 [&>span]:grid [&>span]:place-items-center [&>span]:text-ink-faint">
    {before && (
      <span aria-hidden="true" className="left-3">
        {before}
      </span>
    )}
    {children}
    {after && (
      <span aria-hidden="true" className="right-3">
        {after}
      </span>
    )}
  </div>
);
