import { describe, expect, it } from "vitest";
import { SaveCosts } from "./costs";
import { CatalogQuery, EditPart, NewPart, OnePart, RecentQuery } from "./overrides/override";
import { accountProfileName, draftProfile, keyOf, SaveProfile } from "./profiles/profile";
import { startingPrices } from "./profiles/starting-prices";
import { readTiers, tiersText } from "./profiles/tiers";
import { kindsText, ppmText, readPpm, SaveTax, TAXABLE_KINDS, USUALLY_TAXED } from "./tax/tax";

type Parsed = { error?: { issues: { path: PropertyKey[]; message: string }[] } };
const messages = ({ error }: Parsed) =>
  error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("steps", () => {
  it("are read and written", () => {
    const reading = readTiers("50% up to $1,000; 45 to 500, 55%");
    expect(reading.ok && tiersText(reading.tiers)).toBe("45% to $500.00, 50% to $1,000.00, 55%");
  });

  it.each([
    "",
    "45% to",
    "45% to $0, 55%",
    "120% to $500",
    "45% to $500, 100%",
    "45% to $500, 50% to $500",
    "45, 50",
  ])("%j is refused", (text) => expect(readTiers(text).ok).toBe(false));
});

describe("tax", () => {
  it("is read in parts per million and written back", () => {
    expect(["8.25", "0.375 %", ".5%", "6", "8.8755"].map(readPpm)).toEqual([
      82_500, 3_750, 5_000, 60_000, 88_755,
    ]);
    expect(["", ".", "-1", "1.23456", "8,25"].map(readPpm)).toEqual([null, null, null, null, null]);
    expect([82_500, 3_750].map(ppmText)).toEqual(["8.25", "0.375"]);
  });

  it("takes one kind, several or none, and never a kind that isn't one", () => {
    const kinds = (taxableKinds?: unknown) => SaveTax.safeParse({ taxableKinds });
    expect(kinds().data?.taxableKinds).toEqual([]);
    expect(kinds("glass").data?.taxableKinds).toEqual(["glass"]);
    expect(kinds(["glass", "kit"]).data?.taxableKinds).toEqual(["glass", "kit"]);
    expect(kinds("discount").success).toBe(false);
  });

  it("is refused beside its field", () => {
    const rates = [
      { name: "Texas", rate: "6.25" },
      { name: "", rate: "25" },
      { name: "Austin", rate: "" },
    ];
    expect(messages(SaveTax.safeParse({ rates }))).toEqual([
      "rates.1.name: Enter who levies this tax, such as Texas.",
      "rates.1.rate: At most 20 %.",
      "rates.2.rate: Enter a percentage, such as 8.25.",
    ]);
    const twice = [rates[0], { name: "texas", rate: "1" }];
    expect(messages(SaveTax.safeParse({ rates: twice }))).toEqual(["rates.1.name: texas is there twice."]);
  });
});

describe("a profile", () => {
  const typed = { payer: "cash", laborMode: "hourly", laborCents: "60.00", kitCents: "" };

  it("bills no line whose price is empty, and all of them at what was typed", () => {
    const { data } = SaveProfile.safeParse({ ...typed, kitCents: "25", mobileCents: "" });
    expect(data).toMatchObject({
      laborCents: 6_000,
      kitCents: 2_500,
      mobileCents: null,
      rules: [],
      version: "",
    });
  });

  it("says beside its field what is wrong", () => {
    const wrong = { ...typed, laborCents: "", kitCents: "-1", clipCents: "6000" };
    expect(messages(SaveProfile.safeParse(wrong))).toEqual([
      "laborCents: Enter an amount in dollars, such as 45.00.",
      "kitCents: Enter an amount in dollars, such as 45.00.",
      "clipCents: At most $5,000.",
    ]);
    expect(messages(SaveProfile.safeParse({ ...typed, payer: "insurer" }))).toEqual([
      "insurerId: Choose an insurer.",
    ]);
  });

  it("is an insurer's own only when it says so", () => {
    const named = { insurerId: "some-insurer", accountType: "fleet" as const };
    const nobody = { insurerId: null, accountType: null };
    expect(keyOf({ payer: "cash", ...named })).toEqual({ payer: "cash", ...nobody });
    expect(keyOf({ payer: "insurer", ...named })).toEqual({
      payer: "insurance",
      insurerId: "some-insurer",
      accountType: null,
    });
    expect(keyOf({ payer: "account", ...named })).toEqual({
      payer: "account",
      insurerId: null,
      accountType: "fleet",
    });
  });
});

describe("an own part", () => {
  it("has its number in the catalog's form", () => {
    const { data } = NewPart.safeParse({ nagsNumber: "dw 2501 gtyn", priceCents: "299" });
    expect(data).toEqual({ nagsNumber: "DW02501GTYN", priceCents: 29_900, costCents: null });
  });

  it.each([
    [{ nagsNumber: "DW02501" }, "nagsNumber: Enter the whole number with its ending, such as DW02501GTYN."],
    [
      { nagsNumber: "WD" },
      "nagsNumber: WD marks a windshield repair. Enter the part number of the glass, which starts with DW.",
    ],
    [{ priceCents: "" }, "priceCents: Enter your price, your cost or both."],
    [{ priceCents: "0" }, "priceCents: Glass is never free. Leave this empty to price it by your rules."],
    [{ priceCents: "-3" }, "priceCents: Enter an amount in dollars, such as 45.00."],
  ])("%j is refused beside its field", (change, message) => {
    const typed = { nagsNumber: "DW02501GTYN", priceCents: "299", ...change };
    expect(messages(NewPart.safeParse(typed))).toEqual([message]);
  });

  it("may be a cost alone", () => {
    expect(EditPart.safeParse({ id: "1", priceCents: "", costCents: "168" }).success).toBe(true);
  });
});

describe("field by field", () => {
  const typed = {
    payer: "account",
    accountType: "fleet",
    insurerId: "i",
    version: "2026-03-03T00:00:00Z",
    laborMode: "flat",
    laborCents: "61.31",
    kitCents: "25.03",
    mouldingCents: "42.19",
    clipCents: "2.23",
    calStaticCents: "295.17",
    calDynamicCents: "225.11",
    calDualCents: "395.33",
    mobileCents: "35.03",
    disposalCents: "5.07",
    chipFirstCents: "49.07",
    chipNextCents: "29.11",
    rules: [{ pattern: "dw*", kind: "markup", value: "33.33" }],
  };
  const amounts = {
    kitCents: 2_503,
    mouldingCents: 4_219,
    clipCents: 223,
    calStaticCents: 29_517,
    calDynamicCents: 22_511,
    calDualCents: 39_533,
    disposalCents: 507,
    chipFirstCents: 4_907,
    chipNextCents: 2_911,
  };
  const rule = {
    pattern: "DW*",
    kind: "markup",
    bps: 3_333,
    cents: null,
    effectiveFrom: null,
    effectiveTo: null,
  };

  it("a profile's prices go where they belong, into the form and to the engine", () => {
    const saved = SaveProfile.parse(typed);
    expect(saved).toEqual({
      payer: "account",
      accountType: "fleet",
      insurerId: "i",
      version: "2026-03-03T00:00:00Z",
      laborMode: "flat",
      laborCents: 6_131,
      mobileCents: 3_503,
      mobile: { mode: "flat" },
      ...amounts,
      rules: [rule],
    });
    expect(draftProfile("Typed", saved)).toEqual({
      name: "Typed",
      labor: { mode: "flat", cents: 6_131 },
      mobile: { mode: "flat", cents: 3_503 },
      ...amounts,
      rules: [{ ...rule, tiers: null }],
    });
    expect(draftProfile("Typed", { ...saved, laborMode: "hourly", rules: [] }).labor).toEqual({
      mode: "hourly",
      cents: 6_131,
    });
  });

  it("a profile of nobody is refused beside its field, and only where it matters", () => {
    expect(messages(SaveProfile.safeParse({ ...typed, accountType: "" }))).toEqual([
      "accountType: Choose a kind of account.",
    ]);
    expect(SaveProfile.safeParse({ ...typed, payer: "cash", accountType: "" }).success).toBe(true);
    expect(SaveProfile.safeParse({ ...typed, payer: "insurer", accountType: "" }).success).toBe(true);
    expect(messages(SaveProfile.safeParse({ ...typed, payer: "", laborMode: "" }))).toEqual([
      "payer: Choose who pays.",
      "laborMode: Choose how labor is priced.",
    ]);
    expect(SaveProfile.safeParse({ ...typed, laborCents: "5000", kitCents: "5000" }).success).toBe(true);
    expect(SaveProfile.safeParse({ ...typed, laborCents: "5000.01" }).success).toBe(false);
    expect(SaveProfile.safeParse({ ...typed, version: "yesterday" }).success).toBe(false);
    expect([accountProfileName("body_shop"), accountProfileName("x")]).toEqual([
      "Body shop accounts",
      "x accounts",
    ]);
  });

  it("a rate is at most 20 %, of at most ten", () => {
    const rate = (typed: string) => messages(SaveTax.safeParse({ rates: [{ name: "Texas", rate: typed }] }));
    expect([rate("20"), rate("20.0001"), rate("0")]).toEqual([
      undefined,
      ["rates.0.rate: At most 20 %."],
      undefined,
    ]);
    const rates = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `Tax ${at}`, rate: "1" }));
    expect(messages(SaveTax.safeParse({ rates: rates(10) }))).toBeUndefined();
    expect(messages(SaveTax.safeParse({ rates: rates(11) }))).toEqual(["rates: At most 10 rows."]);
    expect(SaveTax.parse({ rates: [undefined, { name: "Texas", rate: "6.2503" }] })).toEqual({
      rates: [{ name: "Texas", ratePpm: 62_503 }],
      taxableKinds: [],
    });
  });

  it("taxed lines are told in the order of the alphabet, without discounts", () => {
    expect(kindsText(["moulding", "discount", "glass", "labour", "hardware"])).toBe(
      "Clips and hardware, Glass, Labor, Moulding",
    );
    expect(TAXABLE_KINDS).not.toContain("discount");
    expect(USUALLY_TAXED).toEqual(["glass", "moulding", "hardware", "kit"]);
  });

  it("steps are of a list price above nothing, each once, and off less than all of it", () => {
    const why = (text: string) => {
      const reading = readTiers(text);
      return reading.ok ? reading.tiers : reading.reason;
    };
    expect(why("45.5% to $500.01; 50 up to 1,000, 99.99")).toEqual([
      { upToCents: 50_001, bps: 4_550 },
      { upToCents: 100_000, bps: 5_000 },
      { upToCents: null, bps: 9_999 },
    ]);
    expect(why("")).toBe("Enter steps such as 45% to $500, 50% to $1,000, 55%.");
    expect(why("45, x")).toBe("Enter steps such as 45% to $500, 50% to $1,000, 55%.");
    expect(why("100.01")).toBe("At most 100 % off list.");
    expect(why("100")).toBe("100 % off would make the glass free.");
    expect(why("45, 50")).toBe("Two steps end at the same list price.");
    expect(why("45 to 0.01")).toEqual([{ upToCents: 1, bps: 4_500 }]);
    expect(why("45 to 0")).toBe("Enter steps such as 45% to $500, 50% to $1,000, 55%.");
    expect(tiersText([])).toBe("");
  });

  it("a cost and a part's amounts have their limits", () => {
    expect(SaveCosts.parse({ kitCostCents: "1000", mouldingCostCents: "", clipCostCents: "0.73" })).toEqual({
      kitCostCents: 100_000,
      mouldingCostCents: null,
      clipCostCents: 73,
    });
    expect(messages(SaveCosts.safeParse({ kitCostCents: "1000.01" }))).toEqual([
      "kitCostCents: At most $1,000.",
    ]);
    const part = (priceCents: string, costCents: string) =>
      messages(EditPart.safeParse({ id: "1", priceCents, costCents }));
    expect(part("50000", "50000")).toBeUndefined();
    expect(part("50000.01", "50000.01")).toEqual([
      "priceCents: At most $50,000.",
      "costCents: At most $50,000.",
    ]);
    expect(part("", "0")).toBeUndefined();
    expect(part("0.01", "")).toBeUndefined();
    expect(NewPart.parse({ nagsNumber: "rv 12", costCents: "1" })).toEqual({
      nagsNumber: "RV-12",
      priceCents: null,
      costCents: 1_00,
    });
    expect(OnePart.parse({ id: "p" })).toEqual({ id: "p" });
  });

  it("an address may ask for a day", () => {
    expect(CatalogQuery.parse({ q: "dw", on: "2026-03-03" })).toEqual({ q: "dw", on: "2026-03-03" });
    expect(CatalogQuery.parse({ on: "x" })).toEqual({ q: "" });
    expect(RecentQuery.parse({ from: "2026-03-03" })).toEqual({ from: "2026-03-03" });
    expect(CatalogQuery.safeParse({ q: "q".repeat(101) }).success).toBe(false);
  });
});

it("starting prices are near to what is common, and agreed with nobody", () => {
  const off = (pattern: string, bps: number) => ({
    pattern,
    kind: "discount",
    bps,
    cents: null,
    effectiveFrom: null,
    effectiveTo: null,
  });
  const common = {
    laborMode: "hourly",
    mouldingCents: 4_200,
    mobile: { mode: "flat" },
    calStaticCents: 25_000,
    calDynamicCents: 22_500,
    calDualCents: 39_500,
    chipFirstCents: 8_900,
    chipNextCents: 2_900,
  };
  expect(startingPrices()).toEqual({
    cash: {
      ...common,
      laborCents: 6_000,
      kitCents: 2_500,
      clipCents: 225,
      mobileCents: 3_500,
      disposalCents: 500,
      rules: [
        off("DW*", 5_500),
        off("DW*:oee", 4_500),
        off("DW*:dealer", 1_000),
        off("FW*", 5_500),
        off("FW*:oee", 4_500),
        off("FW*:dealer", 1_000),
        off("grade:dealer", 1_000),
        off("*", 5_000),
      ],
    },
    insurance: {
      ...common,
      laborCents: 4_200,
      kitCents: 2_000,
      clipCents: null,
      mobileCents: null,
      disposalCents: null,
      rules: [off("DW*", 4_000), off("FW*", 4_000), off("*", 2_500)],
    },
  });
});

it("steps and rates are read with room around them, and nothing else around", () => {
  const steps = (text: string) => {
    const reading = readTiers(text);
    return reading.ok ? tiersText(reading.tiers) : reading.reason;
  };
  const two = "45% to $500.00, 55%";
  for (const text of ["45 % to 500; 55 %;", "45%to 500, 55", "45 up  to  500;55", "45  TO  500,  55"])
    expect(steps(text)).toBe(two);
  expect(steps("about 45")).toBe("Enter steps such as 45% to $500, 50% to $1,000, 55%.");
  expect(steps("120, 45 to 100")).toBe("At most 100 % off list.");
  expect(steps("45, 100 to 100")).toBe("100 % off would make the glass free.");
  expect(readPpm(" 8.25 ")).toBe(82_500);
  expect(messages(NewPart.safeParse({ nagsNumber: "DW02501GT", priceCents: "1" }))).toEqual([
    "nagsNumber: Enter the whole number with its ending, such as DW02501GTYN.",
  ]);
});
