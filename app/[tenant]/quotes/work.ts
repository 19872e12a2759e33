import { type GlassPosition, positionLabel } from "@/lib/glass/nags";
import type { GlassGrade } from "@/lib/glass/rules";

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
export const gradeOptions: { value: GlassGrade; label: string }[] = [
  { value: "aftermarket", label: "Aftermarket" },
  { value: "oee", label: "OEE: a car maker's supplier, its own logo" },
  { value: "oem", label: "OEM: a car maker's supplier, no car logo" },
  { value: "dealer", label: "Dealer: with the car maker's logo" },
];

export const MOST_CHIPS_QUOTED = 9;

type Asked = { service: string; glassPosition: string; chips: number };

/** What a quote is for, in words: "Replacement: windshield". */
export function workText({ service, glassPosition, chips }: Asked): string {
  if (service === "chip_repair") return chips === 1 ? "Repair of one chip" : `Repair of ${chips} chips`;
  return `Replacement: ${positionLabel(glassPosition as GlassPosition).toLowerCase()}`;
}

/** Where the work is done, as the customer is told. */
export const placeText = (place: string) => (place === "mobile" ? "Mobile: we come to you" : "In the shop");
