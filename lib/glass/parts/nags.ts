/** The openings that glass is mostly replaced in. */
export const USUAL_POSITIONS = [
  "windshield",
  "back_glass",
  "door",
  "quarter",
  "vent",
  "side",
  "roof",
] as const;

/** Every opening that a part number can name. */
export const POSITIONS = [
  ...USUAL_POSITIONS,
  "back_slider",
  "flat_windshield",
  "flat_glass",
  "partition",
] as const;

/** Which opening of the vehicle a piece of glass closes. */
export type GlassPosition = (typeof POSITIONS)[number];

/** A part number in the format of the National Auto Glass Specifications, taken apart. */
export type NagsNumber = {
  /** Upper case, no spaces or dashes, number padded to five digits: `DW01256GTYN`. */
  nagsNumber: string;
  /** Two letters: `DW`. */
  prefix: string;
  /** Five digits: `01256`. */
  number: string;
  origin: "domestic" | "foreign";
  glassPosition: GlassPosition;
  glassType: "laminated" | "tempered";
  /** Two letters: tint, then band. Null when the number was given without. */
  colorCode: string | null;
  /** Moulding, bracket or clips come attached to the glass. */
  attachments: boolean | null;
  premium: boolean | null;
  /** The maker's tail of a SKU such as `DW01658 GBY FYG`. */
  brand: string | null;
};

export type NagsReading = { ok: true; part: NagsNumber } | { ok: false; reason: string };

const OPENINGS: Record<string, { position: GlassPosition; label: string }> = {
  W: { position: "windshield", label: "Windshield" },
  B: { position: "back_glass", label: "Back glass" },
  D: { position: "door", label: "Door glass" },
  Q: { position: "quarter", label: "Quarter glass" },
  V: { position: "vent", label: "Vent glass" },
  S: { position: "side", label: "Side glass" },
  R: { position: "roof", label: "Roof glass" },
  Y: { position: "back_slider", label: "Aftermarket back slider" },
  L: { position: "flat_windshield", label: "Flat windshield" },
  T: { position: "flat_glass", label: "Flat glass" },
  P: { position: "partition", label: "Partition" },
};

const LAMINATED = "WL";

const COLORS: Record<string, string> = {
  CL: "Clear",
  GT: "Green tint, no band",
  GB: "Green tint, blue band",
  GG: "Green tint, green band",
  YT: "Gray tint",
  YP: "Gray privacy",
};

const PART = /^([DF])([WBDQVSRYLTP])(\d{3,5})([A-Z]{2})?([YN])?([YN])?$/;

/** What a search compares: upper case, letters and digits only. Use it on both sides. */
export function squashNags(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/**
 * Reads a part number as shops type it: any case, spaces or dashes anywhere, leading zeros left off, a brand at the end.
 * The format is the one used across the US glass trade: prefix, five digits, color, attachments, premium.
 * @returns the number taken apart, or the reason why it cannot be one, in words for the person who typed it
 */
export function parseNags(text: string): NagsReading {
  const whole = readPart(squashNags(text), null);
  if (whole) return { ok: true, part: whole };
  const [, head = "", tail = ""] = /^(.*\d.*)[\s-]+(\S+?)$/.exec(text.trim()) ?? [];
  const brand = squashNags(tail);
  const branded = /^[A-Z]{2,20}$/.test(brand) ? readPart(squashNags(head), brand) : null;
  if (branded) return { ok: true, part: branded };
  return { ok: false, reason: whyNot(squashNags(text)) };
}

/** "Windshield" for `windshield`. */
export function positionLabel(position: GlassPosition): string {
  return Object.values(OPENINGS).find((opening) => opening.position === position)?.label ?? position;
}

/** "Green tint, blue band" for `GB`; null for a code without a public meaning. */
export function colorLabel(colorCode: string): string | null {
  return COLORS[colorCode] ?? null;
}

function readPart(squashed: string, brand: string | null): NagsNumber | null {
  const match = PART.exec(squashed);
  if (!match) return null;
  const [, maker = "", opening = "", digits = "", color, attached, premium] = match;
  const number = digits.padStart(5, "0");
  return {
    nagsNumber: `${maker}${opening}${number}${color ?? ""}${attached ?? ""}${premium ?? ""}`,
    prefix: maker + opening,
    number,
    origin: maker === "D" ? "domestic" : "foreign",
    glassPosition: OPENINGS[opening]?.position ?? "flat_glass",
    glassType: LAMINATED.includes(opening) ? "laminated" : "tempered",
    colorCode: color ?? null,
    attachments: attached ? attached === "Y" : null,
    premium: premium ? premium === "Y" : null,
    brand,
  };
}

function whyNot(squashed: string): string {
  if (squashed === "") return "Enter a part number such as DW01256GTYN.";
  const [, prefix = "", digits = "", rest = ""] = /^([A-Z]*)(\d*)(.*)$/.exec(squashed) ?? [];
  if (prefix === "WD" || prefix === "WF")
    return `${prefix} marks a windshield repair. Enter the part number of the glass, which starts with ${prefix === "WD" ? "DW" : "FW"}.`;
  if (!/^[DF]/.test(prefix)) return "A part number starts with D (domestic) or F (foreign).";
  if (prefix.length !== 2 || !OPENINGS[prefix[1] ?? ""])
    return `The second letter says which glass it is: ${Object.keys(OPENINGS).join(", ")}.`;
  if (digits.length < 3) return `${prefix} is followed by three to five digits.`;
  if (digits.length > 5) return `${prefix} is followed by at most five digits, not ${digits.length}.`;
  if (!/^[A-Z]{2}/.test(rest)) return "The color after the digits has two letters, such as GT or CL.";
  if (!/^[A-Z]{2}[YN]/.test(rest)) return "After the color comes Y or N: parts attached or not.";
  if (!/^[A-Z]{2}[YN]{2}/.test(rest)) return "The last letter is Y or N: premium or not.";
  return `Nothing follows ${prefix}${digits}${rest.slice(0, 4)}; put a brand after a space.`;
}
