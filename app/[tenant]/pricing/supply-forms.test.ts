import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { readBrands, SaveBrands } from "./brands/brands";
import { NewStock } from "./stock/stock";
import { NewSupplier, termsOf } from "./suppliers/supplier";

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
