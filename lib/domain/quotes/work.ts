import { type GlassPosition, positionLabel } from "@/lib/glass/parts/nags";
import type { GlassGrade } from "@/lib/glass/pricing/rules";

/** What the caller wants done, as the counter asks for it: an opening to close, or chips to fill. */
export const WORK = [
  "windshield",
  "chip_repair",
  "back_glass",
  "door",
  "quarter",
  "vent",
  "side",
  "roof",
] as const satisfies readonly (GlassPosition | "chip_repair")[];

export type Work = (typeof WORK)[number];

export const workLabels: Record<Work, string> = {
  windshield: "Windshield",
  chip_repair: "Chip repair",
  back_glass: "Back glass",
  door: "Door glass",
  quarter: "Quarter glass",
  vent: "Vent glass",
  side: "Side glass",
  roof: "Roof glass",
};

export const GRADES = ["aftermarket", "oee", "oem", "dealer"] as const satisfies readonly GlassGrade[];

export const gradeNames: Record<GlassGrade, string> = {
  aftermarket: "Aftermarket",
  oee: "OEE",
  oem: "OEM",
  dealer: "Dealer",
};

/** The trade's words mislead customers: "OEM" to a shop carries no car logo. */
export const gradeMeanings: Record<GlassGrade, string> = {
  aftermarket: "By a glass maker that does not supply the car's",
  oee: "By a car maker's supplier, to the same specification, with its own logo",
  oem: "By a car maker's supplier, without the car's logo",
  dealer: "From the dealer, with the car maker's logo",
};

export const gradeOptions = GRADES.map((value) => ({
  value,
  label: `${gradeNames[value]}: ${gradeMeanings[value].charAt(0).toLowerCase()}${gradeMeanings[value].slice(1)}`,
}));

export const MOST_CHIPS_QUOTED = 9;

type Asked = { service: string; glassPosition: string; chips: number };

/** What a quote is for, in words: "Replacement: windshield". */
export function workText({ service, glassPosition, chips }: Asked): string {
  if (service === "chip_repair") return chips === 1 ? "Repair of one chip" : `Repair of ${chips} chips`;
  return `Replacement: ${positionLabel(glassPosition as GlassPosition).toLowerCase()}`;
}

/** Where the work is done, as the customer is told. */
export function placeText({ place, workZip }: { place: string; workZip: string }): string {
  if (place !== "mobile") return "In the shop";
  return workZip ? `Mobile: we come to you, ZIP ${workZip}` : "Mobile: we come to you";
}
