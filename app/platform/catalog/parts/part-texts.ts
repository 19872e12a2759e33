import { dayOf } from "@/lib/dates";
import type { Fit } from "@/lib/part-fields";
import type { getPart } from "../queries";

export type PartTexts = ReturnType<typeof partTexts>;

/** A part as its form shows it: minutes as hours, halves as kits. */
export function partTexts(part: Awaited<ReturnType<typeof getPart>>) {
  return {
    id: part.id,
    nagsNumber: part.nagsNumber,
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
