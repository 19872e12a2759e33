import { describe, expect, it } from "vitest";
import { EditPart, NewPart } from "./part";
import { keyOf, SaveProfile } from "./profile";
import { ppmText, readPpm, SaveTax } from "./tax";
import { readTiers, tiersText } from "./tiers";

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
  it("has its number in the catalogue's form", () => {
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
