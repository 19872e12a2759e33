import { type Cents, halfUp } from "@/lib/money";
import { LINE_KINDS, type LineKind } from "./line-kinds";
import {
  charged,
  costOf,
  isSet,
  type LinePrice,
  priceEach,
  priceGlass,
  priceLabor,
  priceMobile,
} from "./quote-prices";
import type { Prices, QuoteItem, QuoteLine, QuoteRequest } from "./quote-types";

const CALIBRATION_PRICES = {
  static: "calStaticCents",
  dynamic: "calDynamicCents",
  dual: "calDualCents",
} as const;

const CALIBRATION_LABELS = {
  static: "Static calibration",
  dynamic: "Dynamic calibration",
  dual: "Static and dynamic calibration",
};

/** Every line the request asks for, priced, in the order of LINE_KINDS. Nothing set by hand yet, no discount. @param taxableKinds what is taxed where the work is done */
export function draftLines(
  request: QuoteRequest,
  prices: Prices,
  taxableKinds: readonly LineKind[],
): QuoteLine[] {
  const lines = request.items.flatMap((item) => itemLines(item, request, prices));
  lines.push(...chipLines(request.chips, prices));
  const serviced = request.items.length > 0 || request.chips > 0;
  if (request.trip && serviced)
    lines.push(line("mobile", "mobile", "Mobile service", 100, priceMobile(request.trip, prices), 0));
  if (request.items.length > 0 && isSet(prices, "disposalCents"))
    lines.push(
      line("disposal", "disposal", "Disposal", 100, priceEach("disposalCents", "disposal", 100, prices), 0),
    );
  for (const fee of request.fees) {
    const price = charged(fee.cents, fee.cents, "Entered by hand", "manual");
    lines.push(line("fee", `fee:${fee.id}`, fee.description, 100, price, fee.costCents ?? 0));
  }
  const taxable = new Set(taxableKinds);
  return lines
    .map((drafted) => ({ ...drafted, taxable: taxable.has(drafted.kind) }))
    .sort((a, b) => LINE_KINDS.indexOf(a.kind) - LINE_KINDS.indexOf(b.kind));
}

function itemLines(item: QuoteItem, request: QuoteRequest, prices: Prices): QuoteLine[] {
  const { part, quantity } = item;
  const { costs } = prices;
  const lines: QuoteLine[] = [];
  const add = (
    kind: LineKind,
    description: string,
    hundredths: number,
    price: LinePrice,
    cost: Cents | null,
  ) => lines.push(line(kind, `${item.id}:${kind}`, description, hundredths, price, cost));

  const glassCost = times(costOf(item, request.on, prices), quantity * 100);
  add("glass", part.description, quantity * 100, priceGlass(item, request, prices), glassCost);
  if (part.laborMinutes > 0) {
    const price = priceLabor(part.laborMinutes, quantity, prices);
    add("labour", "Install labor", price.quantity, price, 0);
  }
  if (part.kitHalves > 0) {
    const kits = part.kitHalves * 50 * quantity;
    const price = priceEach("kitCents", "urethane kit", kits, prices);
    add("kit", "Urethane kit", kits, price, times(costs.kitCents, kits));
  }
  if (part.mouldingRequired) {
    const price = priceEach("mouldingCents", "moulding", quantity * 100, prices);
    add("moulding", "Moulding", quantity * 100, price, times(costs.mouldingCents, quantity * 100));
  }
  if (part.clipsQty > 0) {
    const clips = part.clipsQty * quantity * 100;
    const price = priceEach("clipCents", "clip", clips, prices);
    add("hardware", "Retainer clips", clips, price, times(costs.clipCents, clips));
  }
  if (part.calibration) {
    const label = CALIBRATION_LABELS[part.calibration];
    const price = priceEach(CALIBRATION_PRICES[part.calibration], label.toLowerCase(), 100, prices);
    add("calibration", label, 100, price, costs.calibrationCents ?? 0);
  }
  const [glass, ...others] = lines;
  return glass ? [{ ...glass, nagsNumber: part.nagsNumber, listCents: part.listPriceCents }, ...others] : [];
}

/** The first chip carries the service; each further one is a line of its own, since a lump sum is paid as one chip. */
function chipLines(chips: number, prices: Prices): QuoteLine[] {
  return Array.from({ length: chips }, (_, index) => {
    const price =
      index === 0
        ? priceEach("chipFirstCents", "first chip", 100, prices)
        : priceEach("chipNextCents", "further chip", 100, prices);
    const number = index + 1;
    return line("chip_repair", `chip:${number}`, `Windshield chip repair WR-${number}`, 100, price, 0);
  });
}

function line(
  kind: LineKind,
  key: string,
  description: string,
  quantity: number,
  price: LinePrice,
  costCents: Cents | null,
): QuoteLine {
  const { unitCents, totalCents, billed, rule, layer, review } = price;
  return {
    key,
    kind,
    description,
    nagsNumber: null,
    quantity,
    unitCents,
    totalCents,
    billed,
    taxable: false,
    listCents: null,
    costCents,
    rule,
    layer,
    review,
  };
}

function times(cents: Cents | null, hundredths: number): Cents | null {
  return cents === null ? null : halfUp(cents * hundredths, 100);
}
