import { describe, expect, it } from "vitest";
import { milesBetween, placeOf, whereabouts } from "./zip";

describe("a ZIP code", () => {
  it("is a place in a state, by its first five digits", () => {
    expect(placeOf("78620")).toEqual({ city: "Dripping Springs", state: "TX" });
    expect(placeOf("78620-1234")).toEqual({ city: "Dripping Springs", state: "TX" });
    expect(placeOf("33602")).toEqual({ city: "Tampa", state: "FL" });
    for (const none of ["00000", "7862", ""]) expect(placeOf(none)).toBeNull();
  });

  it("is some miles from another, the same both ways, and none from itself", () => {
    expect(milesBetween("78701", "78620")).toBe(22);
    expect(milesBetween("78620", "78701")).toBe(22);
    expect(milesBetween("78701-0001", "78620-1234")).toBe(22);
    expect(milesBetween("78701", "78701-9999")).toBe(0);
    for (const [from, to] of [
      ["78701", "00000"],
      ["00000", "78701"],
      ["00000", "00000"],
      ["78701", ""],
    ] as const)
      expect(milesBetween(from, to)).toBeNull();
  });
});

describe("where the work is done", () => {
  const shop = { state: "TX", zip: "78701" };
  const ann = { state: "OK", zip: "73008" };
  const mobile = { place: "mobile", workZip: "", workMiles: null };

  it("is where the customer lives, or the shop is, for who comes to the shop", () => {
    const inShop = { ...mobile, place: "shop", workZip: "33602", workMiles: 9 };
    expect(whereabouts(inShop, ann, shop)).toEqual({ state: "OK", zip: null, miles: null });
    expect(whereabouts(inShop, { state: "", zip: "73008" }, shop)).toEqual({
      state: "TX",
      zip: null,
      miles: null,
    });
    expect(whereabouts(inShop, { state: "", zip: "" }, { ...shop, state: "" }).state).toBeNull();
  });

  it("is the ZIP code typed before the customer's own, with its state and the way from the shop", () => {
    expect(whereabouts({ ...mobile, workZip: "78620" }, ann, shop)).toEqual({
      state: "TX",
      zip: "78620",
      miles: 22,
    });
    expect(whereabouts(mobile, { state: "TX", zip: "78620" }, shop)).toEqual({
      state: "TX",
      zip: "78620",
      miles: 22,
    });
    expect(whereabouts(mobile, { state: "TX", zip: "33602" }, shop).state).toBe("FL");
  });

  it("is as far as somebody says who knows the way, also no way at all", () => {
    expect(whereabouts({ ...mobile, workZip: "78620", workMiles: 31 }, ann, shop).miles).toBe(31);
    expect(whereabouts({ ...mobile, workZip: "78620", workMiles: 0 }, ann, shop).miles).toBe(0);
  });

  it("is not known without a ZIP code, or with one that nobody knows: then home is the state", () => {
    expect(whereabouts(mobile, { state: "OK", zip: "" }, shop)).toEqual({
      state: "OK",
      zip: null,
      miles: null,
    });
    expect(whereabouts({ ...mobile, workZip: "00000" }, ann, shop)).toEqual({
      state: "OK",
      zip: "00000",
      miles: null,
    });
    expect(whereabouts(mobile, { state: "", zip: "" }, shop).state).toBe("TX");
  });
});
