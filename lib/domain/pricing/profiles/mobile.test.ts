import { describe, expect, it } from "vitest";
import type { TaxArea } from "@/lib/glass/pricing/tax";
import type { PriceBook } from "../book";
import { areaText, EditTaxArea, NewTaxArea, OneTaxArea, reachText, withTaxArea } from "../tax/area";
import { readZips } from "../zips";
import { mobileForm, mobileText } from "./mobile";

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
      "zones.1.zips: 12 is no ZIP code. Enter ZIP codes, or their first 3 or 4 digits: 78701, 787.",
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

describe("to the mile and the cent", () => {
  const ring = (miles: string, price = "1") => said({ mode: "rings", rings: [{ miles, price }] });
  const wanted = "rings.0.miles: Enter whole miles, 1 to 500.";

  it("a ring reaches 1 to 500 miles and costs up to $5,000", () => {
    expect([ring("1"), ring("500"), ring("0"), ring("501"), ring("x5"), ring("5x")]).toEqual([
      undefined,
      undefined,
      ...Array(4).fill([wanted]),
    ]);
    expect([ring("5", "5000"), ring("5", "5000.01"), ring("5", "")]).toEqual([
      undefined,
      ["rings.0.price: At most $5,000.00."],
      ["rings.0.price: Enter an amount in dollars, such as 45.00."],
    ]);
  });

  it("rings keep their own prices when they are put in order, and may ask beyond", () => {
    const rings = [
      { miles: "30", price: "49.13" },
      { miles: "9", price: "15.07" },
    ];
    expect(mobileForm.parse({ mode: "rings", rings })).toEqual({
      mode: "rings",
      rings: [
        { upToMiles: 9, cents: 1_507 },
        { upToMiles: 30, cents: 4_913 },
      ],
      beyondCentsPerMile: null,
    });
    expect(said({ mode: "rings", rings, beyond: "5000.01" })).toEqual(["beyond: At most $5,000.00."]);
  });

  it("a zone keeps its number in what is wrong with it, and elsewhere has a fee of its own", () => {
    const zones = [undefined, { zips: "787", price: "20.03" }, { zips: "78", price: "x" }];
    expect(said({ mode: "zones", zones, elsewhere: "-1" })).toEqual([
      "zones.2.zips: 78 is no ZIP code. Enter ZIP codes, or their first 3 or 4 digits: 78701, 787.",
      "zones.2.price: Enter an amount in dollars, such as 45.00.",
      "elsewhere: Enter an amount in dollars, such as 45.00.",
    ]);
    expect(mobileForm.parse({ mode: "zones", zones: zones.slice(0, 2), elsewhere: "33.07" })).toEqual({
      mode: "zones",
      zones: [{ zips: ["787"], cents: 2_003 }],
      elsewhereCents: 3_307,
    });
    expect(said({ mode: "zones" })).toEqual([
      "zones.0.zips: Enter ZIP codes, or their first 3 or 4 digits: 78701, 787.",
    ]);
  });

  it("40 rings are enough for everybody", () => {
    const rings = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ miles: `${at + 1}`, price: "1" }));
    expect(said({ mode: "rings", rings: rings(40) })).toBeUndefined();
    expect(said({ mode: "rings", rings: rings(41) })).toEqual(["rings: At most 40 rows."]);
  });

  it("ZIP codes have three to five digits, between commas, semicolons or spaces", () => {
    expect(readZips(" 787;7866, 78701\n787 ", "TX")).toEqual(["787", "7866", "78701"]);
    for (const none of ["", " , ", "78", "787011", "787 x"]) expect(readZips(none)).toBeNull();
  });

  it("a price is told in a line", () => {
    expect(mobileText(null)).toBe("not billed");
    expect(mobileText(undefined)).toBe("not billed");
    expect(mobileText({ mode: "flat", cents: 3_503 })).toBe("$35.03");
    const rings = [
      { upToMiles: 10, cents: 0 },
      { upToMiles: 25, cents: 2_903 },
    ];
    expect(mobileText({ mode: "rings", rings, beyondCentsPerMile: 153 })).toBe(
      "to 10 mi $0.00, to 25 mi $29.03, then $1.53 a mile",
    );
    expect(mobileText({ mode: "rings", rings: [], beyondCentsPerMile: null })).toBe("beyond: ask");
    expect(mobileText({ mode: "zones", zones: [], elsewhereCents: 0 })).toBe("elsewhere $0.00");
  });
});

describe("tax areas in the book and in words", () => {
  const hays: TaxArea = {
    name: "Hays",
    state: "TX",
    zips: ["786", "78701"],
    jurisdictions: [
      { name: "Texas", rateBps: 625 },
      { name: "County", rateBps: 50.03 },
    ],
    taxableKinds: ["moulding", "glass"],
  };

  it("say where, how much, and on what", () => {
    expect(areaText(hays)).toBe("ZIP 786 78701: Texas 6.25%, County 0.5003%; on Glass, Moulding");
    expect(areaText({ ...hays, zips: [], jurisdictions: [], taxableKinds: [] })).toBe(
      "all of TX: no tax; on nothing",
    );
    expect(reachText({ zips: [], state: "OK" })).toBe("all of OK");
  });

  it("are added, or take the place of the one they were", () => {
    const typed = NewTaxArea.parse({
      name: "Hays",
      state: "tx",
      zips: "786, 78701",
      rates: [
        { name: "Texas", rate: "6.25" },
        { name: "County", rate: "0.5003" },
      ],
      taxableKinds: ["moulding", "glass"],
    });
    const other = { ...hays, name: "Comal" };
    const book = { taxAreas: [hays, other] } as unknown as PriceBook;
    expect(withTaxArea({ ...book, taxAreas: [other] }, typed).taxAreas).toEqual([other, hays]);
    expect(withTaxArea(book, { ...typed, name: "Hays County" }, "Hays").taxAreas).toEqual([
      other,
      { ...hays, name: "Hays County" },
    ]);
  });

  it("are checked the same when they are changed", () => {
    const edited = EditTaxArea.safeParse({ id: "x", name: "", zips: "7" });
    expect(edited.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
      "name: Enter what you call this area.",
      "zips: 7 is no ZIP code. Enter ZIP codes, or their first 3 or 4 digits: 78701, 787.",
    ]);
    expect(EditTaxArea.safeParse({ id: "x", name: "N" }).error?.issues[0]?.path).toEqual(["zips"]);
    expect(EditTaxArea.parse({ id: "x", name: "N", state: "OK" })).toEqual({
      id: "x",
      name: "N",
      state: "OK",
      zips: [],
      rates: [],
      taxableKinds: [],
    });
    expect(said({ name: "N", zips: "787" }, NewTaxArea)).toBeUndefined();
    expect(OneTaxArea.parse({ id: "x" })).toEqual({ id: "x" });
  });
});
