import type { PaperLine, QuotePaper } from "./paper";

export const line = (description: string, more: Partial<PaperLine> = {}): PaperLine => ({
  description,
  nagsNumber: null,
  quantity: 100,
  unit: "",
  unitCents: 4_200,
  totalCents: 4_200,
  taxable: false,
  ...more,
});

/** A quote that says all that a quote can, but for choices and a signature. */
export const paper: QuotePaper = {
  shop: {
    name: "Summit Glass",
    lines: ["300 Demo Hill Road", "Austin, TX 78701", "(512) 555-0130 · hello@summit-glass.example"],
    brandColor: "#9a3412",
    taxId: "EIN 00-0000130",
    terms: "Lifetime warranty.\nPayment is due when the work is done.",
  },
  number: 1042,
  madeOn: "2026-03-02",
  validity: "Good until April 1, 2026",
  customer: { name: "José Núñez", lines: ["(512) 555-0177", "Austin, TX 78702"] },
  vehicle: { name: "2021 Toyota RAV4", vin: "2T3W1RFV0MW123456", plate: "ABC1234 TX" },
  work: ["Replacement: windshield", "Mobile: we come to you"],
  lines: [
    line("Demo windshield", {
      nagsNumber: "DW02501GTYN",
      unitCents: 42_500,
      totalCents: 42_500,
      taxable: true,
    }),
    line("Install labor", { quantity: 250, unit: "h", unitCents: 6_000, totalCents: 15_000 }),
    line("Retainer clips", { quantity: 400, unitCents: 0, totalCents: 0 }),
    line("Static calibration", { unitCents: 0, totalCents: null }),
  ],
  subtotalCents: 57_500,
  taxes: [{ name: "Texas and Austin", cents: 3_506 }],
  totalCents: 61_006,
  shares: { insurer: "State Farm", insurerCents: 51_006, customerCents: 10_000 },
};
