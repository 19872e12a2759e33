import { describe, expect, it } from "vitest";
import { mobileForm, mobileText, readZips } from "./mobile";
import { NewTaxArea } from "./tax-area";

const said = (typed: object, form: typeof mobileForm | typeof NewTaxArea = mobileForm) =>
  form.safeParse(typed).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("trips as typed", () => {
  it("are one fee until another way is chosen, whatever stands in the fields out of sight", () => {
    expect(mobileForm.parse(undefined)).toEqual({ mode: "flat" });
    expect(mobileForm.parse({ mode: "flat", rings: [{ miles: "x", price: "y" }] })).toEqual({ mode: "flat" });
  });

  it("are rings, nearest first, and a price a mile beyond", () => {
    const rings = [
      { miles: "30", price: "49" },
      { miles: "", price: " " },
      { miles: "10", price: "0" },
    ];
    expect(mobileForm.parse({ mode: "rings", rings, beyond: "1.50" })).toEqual({
      mode: "rings",
      rings: [
        { upToMiles: 10, cents: 0 },
        { upToMiles: 30, cents: 4_900 },
      ],
      beyondCentsPerMile: 150,
    });
  });

  it("are zones of ZIP codes, and ask elsewhere", () => {
    const zones = [{ zips: "787 78664,78681 787", price: "20" }];
    const mobile = mobileForm.parse({ mode: "zones", zones });
    expect(mobile).toEqual({
      mode: "zones",
      zones: [{ zips: ["787", "78664", "78681"], cents: 2_000 }],
      elsewhereCents: null,
    });
    expect(mobileText(mobile as never)).toBe("ZIP 787 78664 78681 $20.00, elsewhere ask");
  });

  it("are refused field by field, all at once", () => {
    const rings = [
      { miles: "1.5", price: "-4" },
      { miles: "20", price: "9" },
      { miles: "20", price: "9999" },
    ];
    expect(said({ mode: "rings", rings, beyond: "x" })).toEqual([
      "rings.0.miles: Enter whole miles, 1 to 500.",
      "rings.0.price: Enter an amount in dollars, such as 45.00.",
      "rings.2.miles: There is a ring up to 20 miles already.",
      "rings.2.price: At most $5,000.00.",
      "beyond: Enter an amount in dollars, such as 45.00.",
    ]);
    expect(said({ mode: "rings" })).toEqual(["rings.0.miles: Enter how far the first ring reaches."]);
    const zones = [
      { zips: "787", price: "1" },
      { zips: "12, 787", price: "1" },
      { zips: "786 787", price: "1" },
    ];
    expect(said({ mode: "zones", zones })).toEqual([
      "zones.1.zips: Enter ZIP codes, or their first 3 or 4 digits: 78701, 787.",
      "zones.2.zips: 787 is in another zone already.",
    ]);
  });
});

describe("a tax area", () => {
  it("reaches somewhere", () => {
    expect(said({ name: "North" }, NewTaxArea)).toEqual(["zips: Enter ZIP codes, or choose a state."]);
    expect(NewTaxArea.parse({ name: "North", state: "ok" })).toMatchObject({ state: "OK", zips: [] });
    expect(readZips("7")).toBeNull();
  });
});
