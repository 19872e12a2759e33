import { extractText } from "unpdf";
import { expect, it } from "vitest";
import { drawQuote } from "./draw";
import { paperOf } from "./of-quote";

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

const paper = paperOf(quote, shop, "America/Chicago");

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
  expect(paperOf({ ...quote, payer: "cash" }, shop, "America/Chicago").shares).toBeNull();
  expect(paper.options).toEqual([{ label: "OEM", totalCents: 90_000 }]);
});

it("says nothing of costs, rules, layers, or what the shop notes for itself", {
  timeout: 600_000,
}, async () => {
  const data = JSON.stringify(paper);
  const { text } = await extractText(await drawQuote({ quote: paper, logo: null }), { mergePages: true });
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

const home = { street: "1 Main St", city: "Austin", state: "TX", zip: "78701" };
const full = {
  ...quote,
  insurer: { name: "Acme Mutual" },
  workZip: "78620",
  taxNote: "Taxed as in Dripping Springs.",
  grade: "oee",
  customer: { ...home, name: "Ann", company: "Ann's Vans", phone: "+15125550177", email: "ann@example.com" },
  vehicle: {
    year: 2021,
    make: "Toyota",
    model: "RAV4",
    trim: "XLE",
    vin: "2T3P1RFV3MW123456",
    plate: "ABC",
    plateState: "TX",
  },
  status: "accepted",
  validUntil: "2099-04-01",
} as unknown as Quote;

it("says each thing in its place", () => {
  const theirs = {
    ...shop,
    ...home,
    street: "9 Dock Rd",
    email: "hi@harbor.example",
    taxId: "T-1",
    terms: "Net 30",
    brandColor: "#123456",
  };
  const { logo: __, ...theirsSaid } = theirs;
  const { lines: _, ...said } = paperOf(full, theirs, "America/Chicago");
  expect(said).toEqual({
    shop: {
      ...theirsSaid,
      lines: ["9 Dock Rd", "Austin, TX 78701", "(512) 555-0130 · hi@harbor.example"],
    },
    number: 7,
    madeOn: "2026-03-02",
    validity: "Good until April 1, 2099",
    customer: {
      name: "Ann",
      lines: ["Ann's Vans", "1 Main St", "Austin, TX 78701", "(512) 555-0177", "ann@example.com"],
    },
    vehicle: { name: "2021 Toyota RAV4 XLE", vin: "2T3P1RFV3MW123456", plate: "ABC TX" },
    work: [
      "Replacement: windshield",
      "Priced below with OEE glass",
      "Mobile: we come to you, ZIP 78620",
      "Taxed as in Dripping Springs.",
    ],
    subtotalCents: 42_500,
    taxes: [{ name: "Tax", cents: 3_506 }],
    totalCents: 46_006,
    shares: { insurer: "Acme Mutual", insurerCents: 36_006, customerCents: 10_000 },
    options: [{ label: "OEM", totalCents: 90_000 }],
    signature: { name: "Ann Lee", signedOn: "2026-03-03", path: "" },
  });
});

it("leaves out what is not known", () => {
  const bare = {
    ...full,
    options: [],
    signatures: [],
    taxNote: "",
    customer: { ...home, street: "", city: "", state: "", name: "Bo", company: "", phone: "", email: "" },
    vehicle: { ...full.vehicle, plate: "", trim: "" },
  } as unknown as Quote;
  const said = paperOf(bare, { ...shop, phone: "", city: "Austin", state: "", zip: "" }, "America/Chicago");
  expect(said).toMatchObject({
    customer: { name: "Bo", lines: ["78701"] },
    vehicle: { name: "2021 Toyota RAV4", plate: "TX" },
    work: ["Replacement: windshield", "Mobile: we come to you, ZIP 78620"],
    options: [],
  });
  expect(said.shop.lines).toEqual(["Austin"]);
  expect(said.signature).toBeUndefined();
});

it("says of the shop what is known, without what would stand between", () => {
  expect(paper.shop.lines).toEqual(["TX 78701", "(512) 555-0130"]);
  const mailed = paperOf(quote, { ...shop, phone: "", email: "hi@harbor.example" }, "America/Chicago");
  expect(mailed.shop.lines).toEqual(["TX 78701", "hi@harbor.example"]);
});

it("is no offer yet while one of its options can't go out", () => {
  const option = { grade: "oem", totalCents: 0, customerCents: 0, reviews: [], lines: [] };
  const sent = { ...full, status: "sent", lines: [], reviews: [], options: [option] };
  const said = (more: object) =>
    paperOf({ ...sent, ...more } as unknown as Quote, shop, "America/Chicago").validity;
  expect(said({})).toBe("Draft: not an offer yet");
  expect(said({ options: [] })).toBe("Good until April 1, 2099");
});

it("a line says all that it costs, and hours only where an hour is what is priced", () => {
  const flat = {
    ...line,
    kind: "labour",
    rule: "Cash: labor $91.13 flat",
    quantity: 200,
    unitCents: 9_113,
    totalCents: 18_226,
    taxable: false,
  };
  const hourly = { ...line, rule: "Glass $1.00 an hour" };
  const { lines } = paperOf({ ...full, lines: [flat, hourly] } as unknown as Quote, shop, "America/Chicago");
  expect(lines).toEqual([
    {
      description: "Demo windshield",
      nagsNumber: "DW02501GTYN",
      quantity: 200,
      unit: "",
      unitCents: 9_113,
      totalCents: 18_226,
      taxable: false,
    },
    {
      description: "Demo windshield",
      nagsNumber: "DW02501GTYN",
      quantity: 100,
      unit: "",
      unitCents: 42_500,
      totalCents: 42_500,
      taxable: true,
    },
  ]);
});
