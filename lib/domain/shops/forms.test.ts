import { describe, expect, it } from "vitest";
import { DiscountLimitForm, FlagForm, ShopForm, timeZones } from "./forms";
import { contrastOnWhite, whyNotBrandColor } from "./paper/brand-color";

const said = (form: typeof ShopForm | typeof DiscountLimitForm | typeof FlagForm, typed: object) =>
  form.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("a shop's settings", () => {
  const shop = {
    name: "Harbor Glass",
    phone: "512 555 0130",
    email: "hank@harbor.example",
    street: "9 Dock Rd",
    city: "Austin",
    state: "tx",
    zip: "78701",
    timeZone: "America/Chicago",
  };

  it("are kept field by field", () => {
    expect(ShopForm.parse(shop)).toEqual({ ...shop, phone: "+15125550130", state: "TX" });
    expect(said(ShopForm, { timeZone: "Europe/Paris", city: "c".repeat(101) })).toEqual([
      "name: Enter the shop's name.",
      "city: At most 100 characters.",
      "timeZone: Choose a time zone.",
    ]);
    for (const timeZone of timeZones) expect(said(ShopForm, { ...shop, timeZone })).toBeUndefined();
  });

  it("limit discounts by a share, or not at all", () => {
    expect(DiscountLimitForm.parse({ discountLimitBps: "7.5" })).toEqual({ discountLimitBps: 750 });
    expect(DiscountLimitForm.parse({ discountLimitBps: "0" })).toEqual({ discountLimitBps: 0 });
    expect(DiscountLimitForm.parse({})).toEqual({ discountLimitBps: null });
    expect(said(DiscountLimitForm, { discountLimitBps: "100.01" })).toEqual([
      "discountLimitBps: At most 100 %.",
    ]);
  });

  it("switch features that there are", () => {
    expect(FlagForm.parse({ flag: "claims", enabled: "true" })).toEqual({ flag: "claims", enabled: true });
    expect(FlagForm.parse({ flag: "dispatch", enabled: "false" })).toEqual({
      flag: "dispatch",
      enabled: false,
    });
    expect(said(FlagForm, { flag: "x", enabled: "true" })).toEqual(["flag: There is no such feature."]);
    expect(FlagForm.safeParse({ flag: "claims", enabled: "on" }).success).toBe(false);
  });
});

describe("a color's contrast", () => {
  it.each([
    ["#ff0000", 4.0],
    ["#00ff00", 1.37],
    ["#0000ff", 8.59],
    ["#0a0b0c", 19.69],
    ["#0c7284", 5.6],
  ])("%s stands out %d", (hex, contrast) => {
    expect(contrastOnWhite(hex)).toBeCloseTo(contrast, 1);
  });

  it("is told in words where it is too little", () => {
    expect(whyNotBrandColor("#ff0000")).toBe(
      "Text in this color could not be read on white paper. Choose a darker one.",
    );
    expect(whyNotBrandColor("#0000FF")).toBeNull();
    expect(whyNotBrandColor("#0000001")).toBe("Enter a color as # and six digits, such as #0c7284.");
    expect(whyNotBrandColor("x#000000")).toBe("Enter a color as # and six digits, such as #0c7284.");
  });
});
