import { describe, expect, it } from "vitest";
import { firstOpened, isOpen } from "../links";
import { shown } from "./seen";

type Quote = Parameters<typeof shown>[0];

const line = {
  position: 0,
  kind: "labour",
  description: "Install labor",
  nagsNumber: null,
  quantity: 228,
  unitCents: 6_131,
  totalCents: 13_999,
  taxable: true,
  costCents: 77,
  rule: "Cash: labor $61.31 an hour",
  layer: "shop",
};
const amounts = {
  grade: "oee",
  subtotalCents: 86_850,
  taxCents: 3_511,
  totalCents: 90_361,
  insurerCents: 80_324,
  customerCents: 10_037,
  costCents: 77,
  needsReview: true,
  reviews: ["Look"],
};
const quote = {
  ...amounts,
  status: "sent",
  payer: "insurance",
  place: "mobile",
  notes: "Haggles",
  customer: { phone: "+15125550188" },
  lines: [
    line,
    { ...line, kind: "hardware", description: "Clips", rule: "Acme: clip included", totalCents: 0 },
  ],
  options: [],
} as unknown as Quote;

describe("what a customer is shown", () => {
  it("is each amount and line, without cost, rule or layer", () => {
    const { seal, ...terms } = shown(quote, "Net 30");
    expect(terms).toEqual({
      payer: "insurance",
      mobile: true,
      options: [
        {
          option: null,
          grade: "oee",
          lines: [
            {
              key: "labour Install labor null",
              kind: "labour",
              description: "Install labor",
              nagsNumber: null,
              quantity: 228,
              unitCents: 6_131,
              totalCents: 13_999,
              rule: "an hour",
              layer: "",
            },
            {
              key: "hardware Clips null",
              kind: "hardware",
              description: "Clips",
              nagsNumber: null,
              quantity: 228,
              unitCents: 6_131,
              totalCents: 0,
              rule: " included",
              layer: "",
            },
          ],
          subtotalCents: 86_850,
          taxCents: 3_511,
          totalCents: 90_361,
          insurerCents: 80_324,
          customerCents: 10_037,
        },
      ],
    });
    expect(seal).toBe("ieKtmFoJr9NmPOEOw36w9jVP0YQ1DOt6OUpiImX9Xhs");
  });

  // As it was given out with links that are still open: they must stay signable.
  it("has the seal that it always had, with options, included and hand-set lines too", () => {
    const handSet = "Set by hand: Repeat (was $1.00; Cash: labor $61.31 an hour)";
    const lines = [
      { ...line, rule: "Cash: labor included", totalCents: 0 },
      { ...line, rule: handSet },
    ];
    const options = [
      { ...amounts, position: 0, lines: quote.lines },
      { ...amounts, grade: "dealer", position: 1, lines, customerCents: 10_001 },
    ];
    expect(shown({ ...quote, options } as unknown as Quote, "Pay in 3 days").seal).toBe(
      "63-5NS9ZbJQkCR4Pk9qO7XFMsTJXXnmZC31Na3Xyhzc",
    );
  });

  it("has another seal as soon as anything is that they agree to", () => {
    const change = (more: object) => shown({ ...quote, ...more } as Quote, "Net 30").seal;
    const first = change({});
    expect(change({ notes: "Pays late", costCents: 78 })).toBe(first);
    const seals = [
      first,
      shown(quote, "Net 31").seal,
      change({ customer: { phone: "+15125550189" } }),
      change({ payer: "cash" }),
      change({ place: "shop" }),
      change({ customerCents: 10_038 }),
      change({ insurerCents: 80_325 }),
      change({ totalCents: 90_362 }),
      change({ taxCents: 3_512 }),
      change({ subtotalCents: 86_851 }),
      change({ grade: "oem" }),
      change({ lines: [line] }),
    ];
    expect(new Set(seals).size).toBe(seals.length);
  });

  it("is each option, and of an accepted quote the one that stands", () => {
    const options = [
      { ...amounts, position: 0, lines: [line], customerCents: 20_001 },
      { ...amounts, grade: "dealer", position: 1, lines: [], customerCents: 10_001 },
    ];
    const of = (status: string) =>
      shown({ ...quote, status, options } as unknown as Quote, "").options.map(({ option, grade }) => [
        option,
        grade,
      ]);
    expect(of("sent")).toEqual([
      [1, "dealer"],
      [0, "oee"],
    ]);
    expect(of("accepted")).toEqual([[null, "oee"]]);
  });
});

describe("a link", () => {
  const link = { expiresOn: new Date("2026-03-03T00:00:00Z"), revokedAt: null };
  it("opens through its last day, unless it was closed", () => {
    expect(["2026-03-02", "2026-03-03", "2026-03-04"].map((day) => isOpen(link, day))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isOpen({ ...link, revokedAt: new Date() }, "2026-03-02")).toBe(false);
  });

  it("was first opened when the first of them was", () => {
    const at = (day: string | null) => ({ openedAt: day ? new Date(day) : null });
    expect(firstOpened([at("2026-03-05"), at(null), at("2026-03-03"), at("2026-03-04")])).toEqual(
      new Date("2026-03-03"),
    );
    expect(firstOpened([at(null)])).toBeNull();
    expect(firstOpened([])).toBeNull();
  });
});
