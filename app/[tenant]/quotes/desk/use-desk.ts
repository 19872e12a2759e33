"use client";

import { useMemo } from "react";
import { quote } from "@/lib/glass/quote";
import type { QuoteResult } from "@/lib/glass/quote-types";
import { type PriceBook, pricesFor } from "@/lib/pricing";
import type { DeskPart } from "../catalogue";
import type { DeskCustomer, DeskSetting } from "../queries";
import { type Payer, requestFor, reviewsOf } from "../request";
import { type Car, normalNags, type Typed } from "./typed";
import { useLookup } from "./use-lookup";

type Catalogue = { parts: DeskPart[]; book: PriceBook };

/** Whose quote it is and for which vehicle, where that stands already. */
export type FixedFor = {
  customer: { name: string; state: string; zip: string; taxExempt: boolean };
  car: Car;
};

export type Priced = QuoteResult & { all: string[] };

/** Everything the desk shows for what is typed: the customer, the parts, and both prices. */
export function useDesk(home: string, setting: DeskSetting, typed: Typed, fixed: FixedFor | null) {
  const asked = typed.customerId && !fixed ? `${home}/customer?id=${typed.customerId}` : null;
  const customer = useLookup<DeskCustomer>(asked);
  const vehicle = customer.data?.vehicles.find(({ id }) => id === typed.vehicleId);
  const car = fixed?.car ?? vehicle ?? (typed.vehicleId ? null : typed.car);

  const listed = useLookup<Catalogue>(car && partsUrl(home, typed, { ...car, year: String(car.year) }));
  const number = normalNags(typed.nags);
  const fitting = listed.data?.parts ?? [];
  const isListed = fitting.some((part) => part.nagsNumber === number);
  const byNumber = useLookup<Catalogue>(
    number && !isListed && !listed.pending ? partsUrl(home, typed, { nags: number }) : null,
  );
  const numbered = byNumber.data?.parts ?? [];
  const part =
    fitting.find(({ nagsNumber }) => nagsNumber === number) ??
    (numbered.length === 1 ? numbered[0] : null) ??
    null;
  const book = (isListed ? listed.data?.book : byNumber.data?.book) ?? listed.data?.book ?? setting.book;

  const who = fixed?.customer ?? customer.data;
  const prices = useMemo(() => {
    const at = {
      on: setting.today,
      state: who?.state || setting.state,
      zip: who?.zip || null,
      taxExempt: who?.taxExempt ?? false,
    };
    const known = typed.work === "chip_repair" || part !== null || typed.glassCents !== null;
    const price = (payer: Payer): Priced | null => {
      const charged = pricesFor(book, payer, typed.insurerId);
      if (!known || !charged) return null;
      const result = quote(requestFor(typed, part, at, payer), charged);
      return { ...result, all: reviewsOf(typed, part, result) };
    };
    return { cash: price("cash"), insurance: price("insurance") };
  }, [typed, part, book, who, setting]);

  return { customer, car, listed, byNumber, fitting, numbered, part, number, prices };
}

export type Desk = ReturnType<typeof useDesk>;

function partsUrl(home: string, { grade }: Typed, query: Record<string, string>): string {
  const { year, make, model, bodyStyle, nags } = query;
  const asked = { year, make, model, bodyStyle, nags, grade };
  const given = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `${home}/parts?${new URLSearchParams(given)}`;
}
