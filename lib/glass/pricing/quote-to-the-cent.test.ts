import { expect, test } from "vitest";
import { ODD_INSURER as insurer, ODD_PRICES as prices, ODD_REQUEST as request } from "./odd-fixtures";
import { quote } from "./quote";
import type { QuoteLine } from "./quote-types";

type Row = [
  ...[string, QuoteLine["kind"], string, string | null, number, number, number],
  ...[boolean, boolean, number | null, number | null, string, QuoteLine["layer"]],
];
const line = ([key, kind, description, nagsNumber, quantity, unitCents, totalCents, ...rest]: Row) => {
  const [billed, taxable, listCents, costCents, rule, layer] = rest;
  const amounts = { quantity, unitCents, totalCents, listCents, costCents };
  return { key, kind, description, nagsNumber, ...amounts, billed, taxable, rule, layer, review: null };
};

test("a cash quote of two pieces, chips, a trip and a fee, with a discount in percent", () => {
  // biome-ignore format: a row a line
  const rows: Row[] = [
    ["a:glass", "glass", "Windshield", "DW02501GTYN", 200, 33_573, 67_146, true, true, 71_937, 33_626, "Cash: DW* 53.33% off list", "shop"],
    ["b:glass", "glass", "Back glass", "FB02000YPN", 100, 27_777, 27_777, true, true, 48_111, 13_331, "This shop's price of FB02000YPN", "part override"],
    ["a:labour", "labour", "Install labor", null, 457, 6_131, 27_998, true, false, null, 0, "Cash: labor $61.31 an hour", "shop"],
    ["b:labour", "labour", "Install labor", null, 118, 5_091, 6_007, true, false, null, 0, "Set by hand: Repeat customer (was $72.55; Cash: labor $61.31 an hour)", "manual"],
    ["a:kit", "kit", "Urethane kit", null, 300, 2_503, 7_509, true, true, null, 4_209, "Cash: urethane kit $25.03", "shop"],
    ["a:moulding", "moulding", "Moulding", null, 200, 4_219, 8_438, true, true, null, 4_834, "Cash: moulding $42.19", "shop"],
    ["a:hardware", "hardware", "Retainer clips", null, 1_000, 223, 2_230, true, true, null, 730, "Cash: clip $2.23", "shop"],
    ["a:calibration", "calibration", "Static calibration", null, 100, 29_517, 29_517, true, false, null, 6_011, "Cash: static calibration $295.17", "shop"],
    ["mobile", "mobile", "Mobile service", null, 100, 3_037, 3_037, true, false, null, 0, "Cash: mobile 9 mi, then $1.53 a mile", "shop"],
    ["chip:1", "chip_repair", "Windshield chip repair WR-1", null, 100, 4_907, 4_907, true, false, null, 0, "Cash: first chip $49.07", "shop"],
    ["chip:2", "chip_repair", "Windshield chip repair WR-2", null, 100, 2_911, 2_911, true, false, null, 0, "Cash: further chip $29.11", "shop"],
    ["fee:7", "fee", "Rust removal", null, 100, 3_333, 3_333, true, false, null, 411, "Entered by hand", "manual"],
    ["discount", "discount", "Discount: Veteran", null, 100, -13_986, -13_986, true, false, null, 0, "7.33% off: Veteran", "manual"],
  ];
  expect(quote(request, prices)).toEqual({
    lines: rows.map(line),
    subtotalCents: 176_824,
    taxableCents: 104_810,
    taxes: [
      { name: "Texas", rateBps: 625, cents: 6_551 },
      { name: "Austin", rateBps: 137.5, cents: 1_441 },
    ],
    taxArea: null,
    taxCents: 7_992,
    totalCents: 184_816,
    shares: { insurerCents: 0, customerCents: 184_816, deductibleCents: null, rule: "Cash" },
    costCents: 63_152,
    marginCents: 113_672,
    marginBps: 6_429,
    reviews: [],
    advice: [],
  });
});

test("the same for an insurer, in another tax area, with a discount in dollars", () => {
  const insured = quote(
    {
      ...request,
      insurance: { deductibleCents: 25_037, stated: false },
      trip: { miles: null, zip: "78620" },
      discount: { kind: "amount", cents: 1_999, reason: "Goodwill" },
    },
    { ...prices, profile: insurer },
  );
  // biome-ignore format: a row a line
  const rows: Row[] = [
    ["a:glass", "glass", "Windshield", "DW02501GTYN", 200, 42_177, 84_354, true, true, 71_937, 33_626, "Acme Mutual: DW* 41.37% off list", "profile"],
    ["b:glass", "glass", "Back glass", "FB02000YPN", 100, 27_777, 27_777, true, true, 48_111, 13_331, "This shop's price of FB02000YPN", "part override"],
    ["a:labour", "labour", "Install labor", null, 200, 9_113, 18_226, true, true, null, 0, "Acme Mutual: labor $91.13 flat", "profile"],
    ["b:labour", "labour", "Install labor", null, 100, 6_007, 6_007, true, true, null, 0, "Set by hand: Repeat customer (was $91.13; Acme Mutual: labor $91.13 flat)", "manual"],
    ["a:kit", "kit", "Urethane kit", null, 300, 0, 0, false, false, null, 4_209, "Acme Mutual: urethane kit included", "profile"],
    ["a:moulding", "moulding", "Moulding", null, 200, 4_001, 8_002, true, false, null, 4_834, "Acme Mutual: moulding $40.01", "profile"],
    ["a:hardware", "hardware", "Retainer clips", null, 1_000, 223, 2_230, true, false, null, 730, "Cash: clip $2.23", "shop"],
    ["a:calibration", "calibration", "Static calibration", null, 100, 25_003, 25_003, true, false, null, 6_011, "Acme Mutual: static calibration $250.03", "profile"],
    ["mobile", "mobile", "Mobile service", null, 100, 0, 0, false, false, null, 0, "Acme Mutual: mobile service included", "profile"],
    ["chip:1", "chip_repair", "Windshield chip repair WR-1", null, 100, 4_907, 4_907, true, false, null, 0, "Cash: first chip $49.07", "shop"],
    ["chip:2", "chip_repair", "Windshield chip repair WR-2", null, 100, 2_911, 2_911, true, false, null, 0, "Cash: further chip $29.11", "shop"],
    ["fee:7", "fee", "Rust removal", null, 100, 3_333, 3_333, true, false, null, 411, "Entered by hand", "manual"],
    ["discount", "discount", "Discount: Goodwill", null, 100, -1_999, -1_999, true, false, null, 0, "$19.99 off: Goodwill", "manual"],
  ];
  expect(insured).toEqual({
    lines: rows.map(line),
    subtotalCents: 180_751,
    taxableCents: 134_872,
    taxes: [{ name: "Hays", rateBps: 50, cents: 674 }],
    taxArea: "Dripping Springs",
    taxCents: 674,
    totalCents: 181_425,
    shares: {
      insurerCents: 156_388,
      customerCents: 25_037,
      deductibleCents: 25_037,
      rule: "Deductible of the policy",
    },
    costCents: 63_152,
    marginCents: 117_599,
    marginBps: 6_506,
    reviews: [],
    advice: [],
  });
});
