import { addDays, type IsoDate } from "../../../lib/dates";
import { quote } from "../../../lib/glass/pricing/quote";
import type { Prices, QuoteRequest, QuoteResult } from "../../../lib/glass/pricing/quote-types";
import { demoParts } from "../reference/parts";
import { vehicles } from "../reference/vehicles";
import type { Dice } from "./random";

type Car = { year: number; make: string; model: string; bodyStyle: string };
type Insurer = { id: string; name: string };

export type InventedQuote = ReturnType<typeof inventQuote>;

/** A common vehicle of a year in which it was built. */
export function inventVehicle(roll: Dice): Car {
  const { make, model, bodyStyle, generations } = roll.of(vehicles);
  const [from, to] = roll.of(generations);
  return { year: from + roll.number(to - from + 1), make, model, bodyStyle: bodyStyle ?? "" };
}

type Call = {
  vehicle: Car;
  insurer: Insurer | null;
  on: IsoDate;
  state: string;
  zip: string;
  prices: Prices;
};

/** What a caller needs, priced by the same engine as at the counter: mostly windshields, some other glass, some chips. */
export function inventQuote(roll: Dice, { vehicle, insurer, on, state, zip, prices }: Call) {
  const id = crypto.randomUUID();
  const position = roll.chance(75) ? "windshield" : roll.of(["back_glass", "door"]);
  const fitting = demoParts.filter(
    (part) =>
      part.glassPosition === position &&
      part.listPriceCents !== null &&
      part.fits.some(
        (fit) =>
          fit.make === vehicle.make &&
          fit.model === vehicle.model &&
          fit.yearFrom <= vehicle.year &&
          vehicle.year <= fit.yearTo,
      ),
  );
  const part = roll.chance(12) || fitting.length === 0 ? null : roll.of(fitting);
  const mobile = roll.chance(60);
  const deductibleCents = insurer ? roll.of([0, 100_00, 250_00, 500_00]) : 0;
  const request: QuoteRequest = {
    on,
    state,
    items: part
      ? [
          {
            id: "a",
            part,
            grade: "aftermarket",
            quantity: 1,
            costCents: part.listPriceCents && Math.round(part.listPriceCents * 0.24),
          },
        ]
      : [],
    chips: part ? 0 : 1 + roll.number(3),
    // Around the corner: customers live in the ZIP code of the shop.
    trip: mobile ? { miles: 0, zip } : null,
    fees: [],
    overrides: [],
    omit: [],
    discount: null,
    insurance: insurer ? { deductibleCents, stated: false } : null,
    taxExempt: false,
  };
  const result = quote(request, prices);
  const row = {
    payer: insurer ? "insurance" : "cash",
    insurerId: insurer?.id ?? null,
    deductibleCents: result.shares.deductibleCents ?? 0,
    service: part ? "replacement" : "chip_repair",
    glassPosition: part?.glassPosition ?? "windshield",
    nagsNumber: part?.nagsNumber ?? null,
    chips: request.chips,
    place: mobile ? "mobile" : "shop",
    priceVersion: 1,
    validUntil: new Date(`${addDays(on, 30)}T00:00:00Z`),
    ...totalsOf(result),
  };
  return {
    id,
    row,
    result,
    lines: result.lines.map((line, position) => ({ quoteId: id, position, ...lineOf(line) })),
    options: part ? optionsOf(request, prices, result).map((option) => ({ quoteId: id, ...option })) : [],
  };
}

/** What better glass costs beside aftermarket, as a counter would say it; invented. */
const BETTER = [
  { grade: "oee", times: 1.25 },
  { grade: "dealer", times: 2.6 },
] as const;

/** The same job in better glass, each at a price by hand, after the one that was asked for. */
function optionsOf(request: QuoteRequest, prices: Prices, asked: QuoteResult) {
  const glassCents = asked.lines.find((line) => line.kind === "glass")?.totalCents ?? 0;
  const others = BETTER.map(({ grade, times }) => {
    const cents = Math.round((glassCents * times) / 100) * 100;
    const overrides = [{ key: "a:glass", cents, reason: "price given at the counter" }];
    const items = request.items.map((item) => ({ ...item, grade }));
    return { grade, result: quote({ ...request, items, overrides }, prices) };
  });
  return [{ grade: "aftermarket", result: asked }, ...others].map(({ grade, result }, position) => ({
    position,
    grade,
    ...totalsOf(result),
    lines: result.lines.map((line, at) => ({ position: at, ...lineOf(line) })),
  }));
}

function totalsOf({ subtotalCents, taxCents, totalCents, shares, costCents, reviews }: QuoteResult) {
  const { insurerCents, customerCents } = shares;
  return {
    subtotalCents,
    taxCents,
    totalCents,
    insurerCents,
    customerCents,
    costCents,
    needsReview: reviews.length > 0,
  };
}

function lineOf(line: QuoteResult["lines"][number]) {
  const { kind, description, nagsNumber, quantity, unitCents, totalCents, taxable, costCents, rule, layer } =
    line;
  return { kind, description, nagsNumber, quantity, unitCents, totalCents, taxable, costCents, rule, layer };
}
