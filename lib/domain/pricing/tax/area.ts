import { z } from "zod";
import { across, id, optionalState, optionalText, text } from "@/lib/forms/fields";
import type { TaxArea } from "@/lib/glass/pricing/tax";
import { formatBps } from "@/lib/money";
import type { PriceBook } from "../book";
import { readZips, zipsFault } from "../zips";
import { kindsText, taxFields } from "./tax";

const MOST_TEXT = 4_000;

const zips = optionalText(MOST_TEXT);
const fields = {
  name: text("what you call this area", 80),
  state: optionalState,
  zips,
  /** The shop's, by which ZIP codes without their zeros are read where the area has no state. */
  homeState: optionalState,
  ...taxFields,
};

const reach = across({ state: optionalState, zips, homeState: optionalState }, "zips", (typed) => {
  if (typed.zips !== "") return zipsFault(typed.zips, typed.state || typed.homeState);
  return !typed.state && "Enter ZIP codes, or choose a state.";
});

type Typed = { state: string; zips: string; homeState: string };

const read = <Area extends Typed>({ homeState, zips: typed, ...area }: Area) => ({
  ...area,
  zips: readZips(typed, area.state || homeState) ?? [],
});

export const NewTaxArea = z.object(fields).check(reach).transform(read);
export const EditTaxArea = z
  .object({ id, ...fields })
  .check(reach)
  .transform(read);
export const OneTaxArea = z.object({ id });

type Input = z.output<typeof NewTaxArea>;

/** The price book as it would be with this area. @param before the name it had; none for a new one */
export function withTaxArea(book: PriceBook, { rates, ...input }: Input, before?: string): PriceBook {
  const jurisdictions = rates.map(({ name, ratePpm }) => ({ name, rateBps: ratePpm / 100 }));
  const others = book.taxAreas.filter(({ name }) => name !== before);
  return { ...book, taxAreas: [...others, { ...input, jurisdictions }] };
}

/** Which places an area is: "ZIP 786 78701", "all of TX". */
export function reachText({ zips, state }: Pick<TaxArea, "zips" | "state">): string {
  return zips.length > 0 ? `ZIP ${zips.join(" ")}` : `all of ${state}`;
}

/** An area in a line: "ZIP 786: 8.25%, Texas 6.25%; on Glass, Moulding". */
export function areaText(area: TaxArea): string {
  const rates = area.jurisdictions.map(({ name, rateBps }) => `${name} ${formatBps(rateBps)}`);
  return `${reachText(area)}: ${rates.join(", ") || "no tax"}; on ${kindsText(area.taxableKinds) || "nothing"}`;
}
