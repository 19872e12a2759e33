import { expect, it } from "vitest";
import { CASH, INSURER, PRICES, REQUEST } from "@/lib/glass/pricing/quote-fixtures";
import type { PriceBook } from "../book";
import { differenceText, differs, type RecentQuote, sumOf, triedOn, tryOn } from "./replay";

it("typed prices are tried on the day they are to hold from, and never before the prices they are made on", () => {
  const waiting = { id: "", number: 3, effectiveFrom: "2026-12-01" };
  expect(triedOn("2026-11-25", { waiting: null, today: "2026-11-21" })).toBe("2026-11-25");
  for (const typed of ["", "2026-11-01", "20"])
    expect(triedOn(typed, { waiting: null, today: "2026-11-21" })).toBe("2026-11-21");
  for (const typed of ["", "2026-11-25"])
    expect(triedOn(typed, { waiting, today: "2026-11-21" })).toBe("2026-12-01");
});

const recent = (number: number, thenCents: number, more: Partial<RecentQuote> = {}): RecentQuote => ({
  id: `q${number}`,
  number,
  customer: `Customer ${number}`,
  thenCents,
  payer: "cash",
  insurerId: null,
  accountType: "retail",
  request: REQUEST,
  ...more,
});
const { shop: _s, profile: _p, ...rest } = PRICES;
const acme = { name: "Acme", rules: [{ pattern: "*", kind: "each" as const, cents: 40_007 }] };
const fleet = { name: "Fleet", rules: [{ pattern: "*", kind: "each" as const, cents: 20_003 }] };
const book: PriceBook = { ...rest, cash: CASH, insurance: INSURER, insurers: { acme }, accounts: { fleet } };

it("each quote is tried by the prices of whoever pays it", () => {
  const insurance = { deductibleCents: 10_000, stated: true };
  const byInsurer = { payer: "insurance" as const, request: { ...REQUEST, insurance } };
  const quotes = [
    recent(1, 87_506),
    recent(2, 1, byInsurer),
    recent(3, 1, { ...byInsurer, insurerId: "acme" }),
    recent(4, 1, { accountType: "fleet", insurerId: "acme" }),
  ];
  expect(tryOn(book, quotes)).toEqual([
    { id: "q1", number: 1, customer: "Customer 1", thenCents: 87_506, nowCents: 87_506 },
    { id: "q2", number: 2, customer: "Customer 2", thenCents: 1, nowCents: 90_361 },
    { id: "q3", number: 3, customer: "Customer 3", thenCents: 1, nowCents: 95_741 },
    { id: "q4", number: 4, customer: "Customer 4", thenCents: 1, nowCents: 74_086 },
  ]);
  expect(tryOn({ ...book, cash: null }, quotes.slice(0, 1))[0]?.nowCents).toBeNull();
});

it("sums what can be priced, and counts what differs", () => {
  const tried = (thenCents: number, nowCents: number | null) => ({ ...recent(1, thenCents), nowCents });
  expect([tried(5, 5), tried(5, 6), tried(5, 4), tried(5, null)].map(differs)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(sumOf([tried(50_011, 50_011), tried(30_007, 31_009), tried(7, null)])).toEqual({
    priced: 2,
    differing: 1,
    thenCents: 80_018,
    nowCents: 81_020,
  });
  expect([2_411, -503, 0].map(differenceText)).toEqual(["+$24.11", "-$5.03", "$0.00"]);
});

it("a day that is the earliest already stays it, and one later is taken", () => {
  const waiting = { id: "", number: 3, effectiveFrom: "2026-12-01" };
  const tried = (from: string) => triedOn(from, { waiting, today: "2026-11-21" });
  expect(["2026-12-01", "2026-12-02", "2026-12-99"].map(tried)).toEqual([
    "2026-12-01",
    "2026-12-02",
    "2026-12-01",
  ]);
});
