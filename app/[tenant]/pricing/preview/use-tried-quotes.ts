"use client";

import { useState } from "react";
import { useLookup } from "@/components/form/combobox/use-lookup";
import type { PreviewDesk, PriceDraft } from "@/lib/domain/pricing/preview/preview";
import { type RecentQuote, type TriedQuote, triedOn, tryOn } from "@/lib/domain/pricing/preview/replay";
import type { PartOverride } from "@/lib/glass/pricing/quote-types";

type Recent = { quotes: RecentQuote[]; overrides: PartOverride[] };

/** The newest quotes by what stands in a form, once somebody asks. */
export type Tried = {
  /** Null until they are there. */
  quotes: TriedQuote[] | null;
  pending: boolean;
  failed: boolean;
  ask: () => void;
};

/** What the newest quotes would have been by a draft of prices. @param from the day from which it is to hold, as typed */
export function useTriedQuotes(desk: PreviewDesk, typed: PriceDraft | null, from: string): Tried {
  const [asked, setAsked] = useState(0);
  const day = triedOn(from, desk);
  const url = `${desk.shop}/pricing/recent?from=${day}&asked=${asked}`;
  const { data, pending, failed } = useLookup<Recent>(asked > 0 ? url : null);
  const saved = data && { ...desk.book, partOverrides: data.overrides };
  return {
    quotes: data && saved && tryOn(typed ? typed.change(saved) : saved, data.quotes),
    pending,
    failed,
    ask: () => setAsked(asked + 1),
  };
}
