import type { IsoDate } from "@/lib/dates";
import { type Cents, formatCents, halfUp } from "@/lib/money";
import { priceTrip, type Trip } from "./mobile";
import type { Layer, PartOverride, Prices, Profile, QuoteItem, QuoteRequest } from "./quote-types";
import { applyRule, findRule, ruleText } from "./rules";
import { suppliesOf } from "./supply";

/** The price of one line and where it came from. */
export type LinePrice = {
  unitCents: Cents;
  totalCents: Cents;
  billed: boolean;
  rule: string;
  layer: Layer;
  review: string | null;
};

/** Glass: by the rules agreed with the payer, else this shop's own price of the part, else its rules, else list price for a person to review. */
export function priceGlass(item: QuoteItem, request: QuoteRequest, prices: Prices): LinePrice {
  const override = overrideOf(item, prices);
  const agreed = prices.profile && findRule(prices.profile.rules, targetOf(item), request.on);
  if (override?.priceCents != null && !agreed) {
    const unitCents = override.priceCents;
    return charged(
      unitCents,
      unitCents * item.quantity,
      `This shop's price of ${override.nagsNumber}`,
      "part override",
    );
  }
  const rule = agreed ?? findRule(prices.shop.rules, targetOf(item), request.on);
  if (!rule) return listPrice(item);
  const layer: Layer = agreed ? "profile" : "shop";
  const name = agreed ? prices.profile?.name : prices.shop.name;
  const text = `${name}: ${ruleText(rule)}`;
  const basis = {
    listCents: item.part.listPriceCents,
    costCents: costOf(item, request.on, prices),
    quantity: item.quantity,
  };
  const priced = applyRule(rule, basis);
  if (!priced.ok) return unpriced(priced.reason, text, layer);
  if (priced.totalCents === 0) return unpriced("The rule makes this glass free.", text, layer);
  return charged(priced.unitCents, priced.totalCents, text, layer);
}

/** Labour by the catalog's minutes, or flat for each piece; the quantity is hundredths of hours, or of pieces. */
export function priceLabor(
  minutes: number,
  pieces: number,
  prices: Prices,
): LinePrice & { quantity: number } {
  const found = setting(prices, "labor");
  const hours = halfUp(minutes * pieces * 100, 60);
  if (found.value == null) return { ...absent(found, "labor"), quantity: hours };
  const { mode, cents } = found.value;
  const text = `${found.name}: labor ${formatCents(cents)}`;
  if (mode === "flat")
    return { ...charged(cents, cents * pieces, `${text} flat`, found.layer), quantity: pieces * 100 };
  const total = halfUp(minutes * pieces * cents, 60);
  return { ...charged(cents, total, `${text} an hour`, found.layer), quantity: hours };
}

type AmountSetting = {
  [Key in keyof Profile]-?: NonNullable<Profile[Key]> extends number ? Key : never;
}[keyof Profile];

/** A price times a quantity given in hundredths, rounded half up once. */
export function priceEach(key: AmountSetting, label: string, hundredths: number, prices: Prices): LinePrice {
  const found = setting(prices, key);
  if (found.value == null) return absent(found, label);
  const text = `${found.name}: ${label} ${formatCents(found.value)}`;
  return charged(found.value, halfUp(found.value * hundredths, 100), text, found.layer);
}

/** The trip to the customer. */
export function priceMobile(trip: Trip, prices: Prices): LinePrice {
  const found = setting(prices, "mobile");
  if (found.value == null) return absent(found, "mobile service");
  const priced = priceTrip(found.value, trip);
  if (!priced.ok) return unpriced(priced.reason, `${found.name}: mobile`, found.layer);
  return charged(priced.cents, priced.cents, `${found.name}: ${priced.text}`, found.layer);
}

/** What the shop pays for a piece: as stated on the quote, else as the shop keeps it for the part, else what its supplier asks. */
export function costOf(item: QuoteItem, on: IsoDate, prices: Prices): Cents | null {
  const known = item.costCents ?? overrideOf(item, prices)?.costCents;
  return known ?? suppliesOf(prices.suppliers, item.part, item.grade, on)[0]?.cents ?? null;
}

/** A price that stands. */
export function charged(unitCents: Cents, totalCents: Cents, rule: string, layer: Layer): LinePrice {
  return { unitCents, totalCents, billed: true, rule, layer, review: null };
}

/** True when a profile, or the shop's own below it, says anything about a price: an amount, or that it is not billed. */
export function isSet(prices: Prices, key: keyof Profile): boolean {
  return setting(prices, key).value !== undefined;
}

type Setting<Key extends keyof Profile> = { value: Profile[Key]; name: string; layer: Layer };

function setting<Key extends keyof Profile>(prices: Prices, key: Key): Setting<Key> {
  const own = prices.profile?.[key];
  if (prices.profile && own !== undefined) return { value: own, name: prices.profile.name, layer: "profile" };
  return { value: prices.shop[key], name: prices.shop.name, layer: "shop" };
}

function absent(found: { value?: unknown; name: string; layer: Layer }, label: string): LinePrice {
  if (found.value === undefined)
    return unpriced(`No price is set for ${label}.`, `${found.name}: ${label}`, found.layer);
  const rule = `${found.name}: ${label} included`;
  return { unitCents: 0, totalCents: 0, billed: false, rule, layer: found.layer, review: null };
}

function unpriced(review: string, rule: string, layer: Layer): LinePrice {
  return { unitCents: 0, totalCents: 0, billed: true, rule, layer, review };
}

function listPrice({ part, quantity }: QuoteItem): LinePrice {
  if (part.listPriceCents === null)
    return unpriced("No rule prices this part, and it has no list price.", "No rule", "catalog");
  const price = charged(part.listPriceCents, part.listPriceCents * quantity, "List price", "catalog");
  return { ...price, review: "No rule prices this part: it stands at list price." };
}

function targetOf({ part, grade }: QuoteItem) {
  return { nagsNumber: part.nagsNumber, grade };
}

function overrideOf({ part }: QuoteItem, prices: Prices): PartOverride | undefined {
  return prices.partOverrides.find((override) => override.nagsNumber === part.nagsNumber);
}
