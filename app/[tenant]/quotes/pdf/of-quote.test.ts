import { extractText } from "unpdf";
import { expect, it } from "vitest";
import { paperOf } from "./of-quote";
import { quotePdf } from "./quote-pdf";

type Quote = Parameters<typeof paperOf>[0];

const place = { street: "", city: "", state: "TX", zip: "78701" };
const shop = {
  ...place,
  name: "Harbor Glass",
  phone: "+15125550130",
  email: "",
  brandColor: "",
  taxId: "",
  terms: "",
  logo: null,
};
const line = {
  description: "Demo windshield",
  nagsNumber: "DW02501GTYN",
  kind: "glass",
  quantity: 100,
  unitCents: 42_500,
  totalCents: 42_500,
  taxable: true,
  costCents: 16_871,
  rule: "DW* 55% off list",
  layer: "shop",
};
// As the database gives it, without the columns that no paper asks for.
const quote = {
  number: 7,
  payer: "insurance",
  insurer: null,
  service: "replacement",
  glassPosition: "windshield",
  chips: 0,
  place: "mobile",
  workZip: "",
  taxNote: "",
  notes: "Haggles. Do not go under 600",
  reviews: ["Check the price"],
  costCents: 16_871,
  subtotalCents: 42_500,
  taxCents: 3_506,
  totalCents: 46_006,
  insurerCents: 36_006,
  customerCents: 10_000,
  validUntil: "2026-04-01",
  createdAt: new Date("2026-03-03T03:00:00Z"),
  customer: { ...place, name: "Ann", company: "", phone: "", email: "ann@example.com", notes: "Pays late" },
  vehicle: {
    year: 2021,
    make: "Toyota",
    model: "RAV4",
    trim: "XLE",
    vin: "",
    plate: "ABC",
    plateState: "TX",
  },
  lines: [
    line,
    { ...line, description: "Clips", totalCents: 0, rule: "moulding included", nagsNumber: null },
    { ...line, description: "Calibration", totalCents: 0, rule: "no price set", nagsNumber: null },
    { ...line, description: "Labor", kind: "labour", rule: "Cash: labor $60.00 an hour", nagsNumber: null },
  ],
  options: [{ grade: "oem", totalCents: 90_000, costCents: 16_872, lines: [] }],
  signatures: [{ name: "Ann Lee", drawing: "", signedAt: new Date("2026-03-04T03:00:00Z"), userAgent: "x" }],
} as unknown as Quote;

const paper = paperOf(quote, shop, null, "America/Chicago");

it("dates a quote and its signature by the shop's calendar", () => {
  expect(paper).toMatchObject({
    madeOn: "2026-03-02",
    signature: { name: "Ann Lee", signedOn: "2026-03-03" },
  });
});

it("tells what is included from what has no price yet, and who pays what", () => {
  expect(paper.lines.map(({ totalCents }) => totalCents)).toEqual([42_500, 0, null, 42_500]);
  expect(paper.lines.map(({ unit }) => unit)).toEqual(["", "", "", "h"]);
  expect(paper.shares).toEqual({ insurer: "Insurance", insurerCents: 36_006, customerCents: 10_000 });
  expect(paperOf({ ...quote, payer: "cash" }, shop, null, "America/Chicago").shares).toBeNull();
  expect(paper.options).toEqual([{ label: "OEM", totalCents: 90_000 }]);
});

it("says nothing of costs, rules, layers, or what the shop notes for itself", {
  timeout: 30_000,
}, async () => {
  const data = JSON.stringify(paper);
  const { text } = await extractText(await quotePdf(paper), { mergePages: true });
  for (const said of [data, text]) {
    expect(said).toContain("Demo windshield");
    for (const secret of [
      /1687|168\.7/,
      /off list/,
      /no price set/,
      /Haggles/,
      /Pays late/,
      /Check the price/,
      /layer/,
    ])
      expect(said).not.toMatch(secret);
  }
});
