import { z } from "zod";
import { optionalState, optionalText } from "@/lib/forms/fields";
import { filled, numberedRows } from "@/lib/forms/form-rows";
import type { MobilePrice } from "@/lib/glass/pricing/mobile";
import { formatCents, parseMoney } from "@/lib/money";
import { readZips, ZIPS_WANTED, zipsFault } from "../zips";

export const MOBILE_MODES = ["flat", "rings", "zones"] as const;

const MOST_ROWS = 40;
const MOST_MILES = 500;
const MOST_CENTS = 5_000_00;
const NO_AMOUNT = "Enter an amount in dollars, such as 45.00.";

const typed = optionalText(2000);

const Fields = z.object({
  mode: z.enum(["flat", "rings", "zones"]).default("flat"),
  rings: numberedRows(z.object({ miles: typed, price: typed }), MOST_ROWS, ["miles", "price"]),
  beyond: typed,
  zones: numberedRows(z.object({ zips: typed, price: typed }), MOST_ROWS, ["zips", "price"]),
  elsewhere: typed,
  /** The shop's, by which ZIP codes without their zeros are read. */
  homeState: optionalState,
});

type Fields = z.output<typeof Fields>;
type Refuse = (path: (string | number)[], message: string) => void;

/** How a trip is priced, as it is stored: what a flat one costs stands beside it. */
export type StoredMobile = { mode: "flat" } | Exclude<MobilePrice, { mode: "flat" }>;

/** How a trip is priced, as its form posts it. Only the fields of the chosen way are read. */
export const mobileForm = Fields.prefault({ rings: [], zones: [] }).transform(
  (typed, context): StoredMobile => {
    const refuse: Refuse = (path, message) => context.addIssue({ code: "custom", path, message });
    if (typed.mode === "rings") return readRings(typed, refuse);
    return typed.mode === "zones" ? readZones(typed, refuse) : { mode: "flat" };
  },
);

function readRings({ rings: typed, beyond }: Fields, refuse: Refuse): StoredMobile {
  const seen = new Set<number>();
  const rings = typed.map((row, index) => {
    if (!row) return undefined;
    const upToMiles = /^\d+$/.test(row.miles) ? Number(row.miles) : 0;
    const at = ["rings", index, "miles"];
    if (upToMiles < 1 || upToMiles > MOST_MILES) refuse(at, `Enter whole miles, 1 to ${MOST_MILES}.`);
    else if (seen.has(upToMiles)) refuse(at, `There is a ring up to ${upToMiles} miles already.`);
    seen.add(upToMiles);
    return { upToMiles, cents: amount(row.price, ["rings", index, "price"], refuse) };
  });
  if (filled(rings).length === 0) refuse(["rings", 0, "miles"], "Enter how far the first ring reaches.");
  return {
    mode: "rings",
    rings: filled(rings).sort((a, b) => a.upToMiles - b.upToMiles),
    beyondCentsPerMile: beyond === "" ? null : amount(beyond, ["beyond"], refuse),
  };
}

function readZones({ zones: typed, elsewhere, homeState }: Fields, refuse: Refuse): StoredMobile {
  const seen = new Set<string>();
  const zones = typed.map((row, index) => {
    if (!row) return undefined;
    const zips = readZips(row.zips, homeState);
    const at = ["zones", index, "zips"];
    const twice = zips?.find((zip) => seen.has(zip));
    if (!zips) refuse(at, zipsFault(row.zips, homeState) ?? ZIPS_WANTED);
    else if (twice) refuse(at, `${twice} is in another zone already.`);
    for (const zip of zips ?? []) seen.add(zip);
    return { zips: zips ?? [], cents: amount(row.price, ["zones", index, "price"], refuse) };
  });
  if (filled(zones).length === 0) refuse(["zones", 0, "zips"], ZIPS_WANTED);
  return {
    mode: "zones",
    zones: filled(zones),
    elsewhereCents: elsewhere === "" ? null : amount(elsewhere, ["elsewhere"], refuse),
  };
}

function amount(text: string, path: (string | number)[], refuse: Refuse): number {
  const cents = parseMoney(text);
  if (cents === null || cents < 0) refuse(path, NO_AMOUNT);
  else if (cents > MOST_CENTS) refuse(path, `At most ${formatCents(MOST_CENTS)}.`);
  return cents ?? 0;
}

/** The price of a trip in a line: "$35.00", "to 10 mi $0.00, to 25 mi $29.00, then $2.00 a mile". */
export function mobileText(mobile: MobilePrice | null | undefined): string {
  if (!mobile) return "not billed";
  if (mobile.mode === "flat") return formatCents(mobile.cents);
  if (mobile.mode === "rings") {
    const rings = mobile.rings.map(({ upToMiles, cents }) => `to ${upToMiles} mi ${formatCents(cents)}`);
    const beyond = mobile.beyondCentsPerMile;
    return [...rings, beyond === null ? "beyond: ask" : `then ${formatCents(beyond)} a mile`].join(", ");
  }
  const zones = mobile.zones.map(({ zips, cents }) => `ZIP ${zips.join(" ")} ${formatCents(cents)}`);
  const elsewhere = mobile.elsewhereCents;
  return [...zones, `elsewhere ${elsewhere === null ? "ask" : formatCents(elsewhere)}`].join(", ");
}
