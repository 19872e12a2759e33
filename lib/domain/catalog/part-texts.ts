import { dayOf } from "@/lib/dates";
import type { Fit } from "./part-fields";

type PartRow = {
  id: string;
  nagsNumber: string;
  glassPosition: string;
  side: string;
  description: string;
  demo: boolean;
  listPriceCents: number | null;
  listEffectiveFrom: Date | null;
  laborMinutes: number;
  kitHalves: number;
  clipsQty: number;
  calibration: string | null;
  mouldingRequired: boolean;
  features: string[];
  interchange: string[];
  supersededBy: string | null;
  fits: Fit[];
};

export type PartTexts = ReturnType<typeof partTexts>;

/** A part as its form shows it: minutes as hours, halves as kits. */
export function partTexts(part: PartRow) {
  return {
    id: part.id,
    nagsNumber: part.nagsNumber,
    glassPosition: part.glassPosition,
    side: part.side,
    description: part.description,
    demo: part.demo,
    listPriceCents: part.listPriceCents,
    listEffectiveFrom: part.listEffectiveFrom && dayOf(part.listEffectiveFrom),
    laborHours: String(Math.round((part.laborMinutes / 60) * 10_000) / 10_000),
    kits: String(part.kitHalves / 2),
    clips: String(part.clipsQty),
    calibration: part.calibration,
    mouldingRequired: part.mouldingRequired,
    features: part.features,
    interchange: part.interchange.join(", "),
    supersededBy: part.supersededBy,
    fits: part.fits.map(
      ({ yearFrom, yearTo, make, model, bodyStyle }): Fit => ({
        yearFrom,
        yearTo,
        make,
        model,
        bodyStyle,
      }),
    ),
  };
}
