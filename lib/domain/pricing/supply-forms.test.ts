import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { EditStock, NewStock, OneStock } from "@/lib/domain/inventory/stock";
import type { PriceBook } from "./book";
import { readBrands, SaveBrands } from "./brands/forms";
import { EditSupplier, NewSupplier, OneSupplier, termsOf, withSupplier } from "./suppliers/supplier";

const said = (form: z.ZodType, typed: object) =>
  form.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("a supplier", () => {
  const rules = [{ pattern: "dw*", kind: "discount", value: "72.5", from: "2026-01-01" }];
  it("is kept with its agreement as plain data", () => {
    const { rules: typed } = NewSupplier.parse({ name: "Depot", rules });
    expect(termsOf(typed)).toEqual([
      {
        pattern: "DW*",
        kind: "discount",
        bps: 7_250,
        cents: null,
        tiers: null,
        effectiveFrom: "2026-01-01",
        effectiveTo: null,
      },
    ]);
  });

  it.each([
    [{ value: "101" }, "rules.0.value: At most 100 %."],
    [{ value: "x" }, "rules.0.value: Enter a percentage, such as 55."],
    [{ to: "2025-12-31" }, "rules.0.to: The last day is before the first."],
    [{ pattern: "W*" }, expect.stringContaining("rules.0.pattern: ")],
  ])("%j is refused beside its field", (change, message) => {
    expect(said(NewSupplier, { name: "Depot", rules: [{ ...rules[0], ...change }] })).toEqual([message]);
  });

  it("prices nothing on top of cost: that would be in a circle", () => {
    const markup = { pattern: "*", kind: "markup", value: "10" };
    expect(NewSupplier.safeParse({ name: "Depot", rules: [markup] }).success).toBe(false);
  });
});

describe("brands", () => {
  it("are listed the best first, each once", () => {
    expect(readBrands(" First ,Second;; first, Third  One")).toEqual(["First", "Second", "Third One"]);
  });

  it("have one list for each kind of glass", () => {
    const list = { position: "door", grade: "", brands: "First" };
    expect(SaveBrands.parse({ lists: [list, { ...list, brands: " " }] }).lists).toHaveLength(1);
    expect(said(SaveBrands, { lists: [list, list] })).toEqual([
      "lists.1.position: This glass has a list already.",
    ]);
  });
});

describe("a part in stock", () => {
  const typed = { nagsNumber: "dw 2501 gtyn", onHand: "3", minQty: "2", maxQty: "6", bin: " B4 " };
  it("is counted in whole pieces", () => {
    expect(NewStock.parse(typed)).toEqual({
      nagsNumber: "DW02501GTYN",
      onHand: 3,
      minQty: 2,
      maxQty: 6,
      bin: "B4",
    });
    expect(NewStock.parse({ nagsNumber: "DW02501GTYN" })).toMatchObject({
      onHand: 0,
      minQty: 0,
      maxQty: null,
    });
  });

  it.each([
    [{ maxQty: "1" }, "maxQty: At least the minimum of 2."],
    [{ onHand: "1.5" }, "onHand: Enter a whole number, such as 4."],
    [{ minQty: "-1" }, "minQty: Enter a whole number, such as 4."],
    [{ onHand: "10000" }, "onHand: At most 9999."],
  ])("%j is refused beside its field", (change, message) => {
    expect(said(NewStock, { ...typed, ...change })).toEqual([message]);
  });

  it("is told all that is wrong at once, the range too", () => {
    expect(said(NewStock, { ...typed, nagsNumber: "", onHand: "few", maxQty: "1" })).toEqual([
      expect.stringMatching(/^nagsNumber: /),
      "onHand: Enter a whole number, such as 4.",
      "maxQty: At least the minimum of 2.",
    ]);
  });
});

describe("field by field", () => {
  const depot = {
    name: "Depot",
    phone: "512 555 0177",
    accountNumber: "A-7",
    preferred: "on",
    rules: [
      { pattern: "dw*", kind: "tiered", value: "70 to 500, 75" },
      { pattern: "fw*", kind: "each", value: "99.07", from: "2026-03-01", to: "2026-03-31" },
    ],
  };
  const terms = [
    {
      pattern: "DW*",
      kind: "tiered",
      bps: null,
      cents: null,
      tiers: [
        { upToCents: 50_000, bps: 7_000 },
        { upToCents: null, bps: 7_500 },
      ],
      effectiveFrom: null,
      effectiveTo: null,
    },
    {
      pattern: "FW*",
      kind: "each",
      bps: null,
      cents: 9_907,
      tiers: null,
      effectiveFrom: "2026-03-01",
      effectiveTo: "2026-03-31",
    },
  ];

  it("a supplier is kept with all that is typed, and in the book with its terms", () => {
    const typed = NewSupplier.parse(depot);
    expect(typed).toMatchObject({
      name: "Depot",
      phone: "+15125550177",
      accountNumber: "A-7",
      preferred: true,
    });
    expect(termsOf(typed.rules)).toEqual(terms);
    const others = [
      { name: "Old", preferred: false, terms: [] },
      { name: "Other", preferred: true, terms: [] },
    ];
    const book = { suppliers: others } as unknown as PriceBook;
    expect(withSupplier(book, typed).suppliers).toEqual([
      ...others,
      { name: "Depot", preferred: true, terms },
    ]);
    expect(withSupplier(book, { ...typed, preferred: false }, "Old").suppliers).toEqual([
      others[1],
      { name: "Depot", preferred: false, terms },
    ]);
    expect(EditSupplier.parse({ id: "x", name: "D" })).toEqual({
      id: "x",
      name: "D",
      phone: "",
      accountNumber: "",
      preferred: false,
      rules: [],
    });
    expect(said(NewSupplier, { name: "" })).toEqual(["name: Enter the supplier's name."]);
    expect(OneSupplier.parse({ id: "x" })).toEqual({ id: "x" });
  });

  it("stock of the least is the most there may be, and a new range is checked like the first", () => {
    const stock = (more: object) => said(EditStock, { id: "x", minQty: "3", ...more });
    expect(stock({ maxQty: "3" })).toBeUndefined();
    expect(stock({ maxQty: "2" })).toEqual(["maxQty: At least the minimum of 3."]);
    expect(stock({ maxQty: "0", minQty: "0" })).toBeUndefined();
    expect(stock({ maxQty: "9999", onHand: "9999" })).toBeUndefined();
    expect(EditStock.parse({ id: "x", onHand: "5", minQty: "3", maxQty: "8", bin: "b" })).toEqual({
      id: "x",
      onHand: 5,
      minQty: 3,
      maxQty: 8,
      bin: "b",
    });
    expect(stock({ bin: "b".repeat(21) })).toHaveLength(1);
    expect(OneStock.parse({ id: "x" })).toEqual({ id: "x" });
  });

  it("brands are up to twelve, of up to forty letters", () => {
    const list = (brands: string) => said(SaveBrands, { lists: [{ position: "door", grade: "", brands }] });
    const names = (count: number) => Array.from({ length: count }, (_, at) => `B${at}`).join(",");
    expect([list(names(12)), list(names(13))]).toEqual([undefined, ["lists.0.brands: At most 12 brands."]]);
    expect([list("b".repeat(40)), list("b".repeat(41))]).toEqual([
      undefined,
      ["lists.0.brands: At most 40 characters a brand. Put commas between them."],
    ]);
    expect(SaveBrands.parse({ lists: [{ position: "door", grade: "oem", brands: "A\nB" }] }).lists).toEqual([
      { glassPosition: "door", grade: "oem", brands: ["A", "B"] },
    ]);
    const two = [
      { position: "door", grade: "", brands: "A" },
      { position: "door", grade: "oem", brands: "A" },
      { position: "vent", grade: "", brands: "A" },
    ];
    expect(said(SaveBrands, { lists: two })).toBeUndefined();
  });
});
