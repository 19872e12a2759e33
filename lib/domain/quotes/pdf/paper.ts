import type { IsoDate } from "@/lib/dates";
import type { Cents } from "@/lib/money";

/** All that a quote on paper says, as plain data. It has no place for a cost, a margin or the rule behind a price. */
export type QuotePaper = {
  shop: {
    name: string;
    /** Address, phone and e-mail, a line each. */
    lines: readonly string[];
    /** #rrggbb; empty for black. */
    brandColor: string;
    taxId: string;
    terms: string;
  };
  number: number;
  madeOn: IsoDate;
  /** How long it holds, as `validityText` says it. */
  validity: string;
  customer: { name: string; lines: readonly string[] };
  vehicle: { name: string; vin: string; plate: string };
  /** What is done and where: "Replacement: windshield", "Mobile: we come to you". */
  work: readonly string[];
  lines: readonly PaperLine[];
  subtotalCents: Cents;
  /** One a jurisdiction, or one for all. */
  taxes: readonly { name: string; cents: Cents }[];
  totalCents: Cents;
  /** Who pays what; null where the customer pays all. */
  shares: { insurer: string; insurerCents: Cents; customerCents: Cents } | null;
  /** The kinds of glass that were offered, where there were several. */
  options?: readonly { label: string; totalCents: Cents }[];
  signature?: PaperSignature;
};

export type PaperLine = {
  description: string;
  nagsNumber: string | null;
  /** In hundredths: 250 is 2.5. */
  quantity: number;
  /** What is counted: "h" for hours, "" for pieces. */
  unit: string;
  unitCents: Cents;
  /** 0 is included in another line; null has no price yet. */
  totalCents: Cents | null;
  taxable: boolean;
};

export type PaperSignature = {
  name: string;
  signedOn: IsoDate;
  /** SVG path data of the drawn signature; empty where the name alone was typed. */
  path: string;
};
