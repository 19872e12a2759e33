/** The kinds of line, in the order in which insurers' systems expect them on an invoice. */
export const LINE_KINDS = [
  "glass",
  "labour",
  "kit",
  "moulding",
  "hardware",
  "calibration",
  "mobile",
  "disposal",
  "chip_repair",
  "fee",
  "discount",
] as const;

export type LineKind = (typeof LINE_KINDS)[number];
