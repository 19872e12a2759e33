import type { IsoDate } from "@/lib/dates";
import { listPriceOn } from "@/lib/domain/catalog/catalog";
import type { Calibration, CatalogPart, PartOverride } from "@/lib/glass/pricing/quote-types";
import type { Db } from "@/lib/tenancy/tenancy";

/** A catalog part to price by way of trial, with what this shop says of it. `demo` marks invented list prices. */
export type Sample = { part: CatalogPart; override: PartOverride | null; demo: boolean };

/** A part that the catalog does not have: no list price, no labor, nothing that goes with it. */
export function unknownSample(nagsNumber: string): Sample {
  return {
    part: {
      nagsNumber,
      description: "Glass",
      glassPosition: "flat_glass",
      listPriceCents: null,
      laborMinutes: 0,
      kitHalves: 0,
      mouldingRequired: false,
      clipsQty: 0,
      calibration: null,
    },
    override: null,
    demo: false,
  };
}

type PartRow = NonNullable<Awaited<ReturnType<Db["part"]["findFirst"]>>>;

/** A row of the catalog as the engine takes it, with its list price of a day. */
export function catalogPart(row: PartRow, on: IsoDate): CatalogPart {
  const { nagsNumber, description, laborMinutes, kitHalves, mouldingRequired, clipsQty } = row;
  const glassPosition = row.glassPosition as CatalogPart["glassPosition"];
  const calibration = row.calibration as Calibration | null;
  return {
    nagsNumber,
    description,
    glassPosition,
    listPriceCents: listPriceOn(row, on),
    laborMinutes,
    kitHalves,
    mouldingRequired,
    clipsQty,
    calibration,
  };
}

/** A row of the catalog with what this shop says of it. */
export function sampleOf(row: PartRow, own: Sample["override"], on: IsoDate): Sample {
  return { part: catalogPart(row, on), override: own && ofPart(own), demo: row.demo };
}

/** What an own price says of its part. */
export function ofPart({ nagsNumber, priceCents, costCents }: PartOverride): PartOverride {
  return { nagsNumber, priceCents, costCents };
}
