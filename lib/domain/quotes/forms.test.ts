import { describe, expect, it } from "vitest";
import {
  ApproveDiscount,
  BookQuote,
  CustomerQuery,
  EditQuote,
  LoseQuote,
  MailQuote,
  NewQuote,
  OneLink,
  OneQuote,
  PartsQuery,
} from "./forms";

const typed = {
  customerName: "Ann Example",
  phone: "512 555 0188",
  year: "2021",
  make: "Toyota",
  model: "RAV4",
  work: "windshield",
  place: "shop",
  payer: "cash",
};
const problems = (form: object) => {
  const read = NewQuote.safeParse(form);
  return Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
};

describe("a new quote's form", () => {
  it("takes a name, a phone, a car and what needs doing", () => {
    expect(NewQuote.parse(typed)).toMatchObject({
      customer: { customerName: "Ann Example", phone: "+15125550188" },
      vehicle: { year: 2021, make: "Toyota", model: "RAV4" },
      payer: "cash",
      choices: { work: "windshield", deductibleCents: null, glassCents: null },
    });
  });

  it("asks for nothing of a customer and a vehicle that are known", () => {
    const { customerName: _1, phone: _2, year: _3, make: _4, model: _5, ...rest } = typed;
    const read = NewQuote.parse({ ...rest, customerId: "c", vehicleId: "v", year: "", make: "", model: "" });
    expect(read).toMatchObject({ customer: { id: "c" }, vehicle: { id: "v" } });
  });

  it("a new customer has no vehicle yet, whatever id is posted", () => {
    expect(NewQuote.parse({ ...typed, vehicleId: "v" }).vehicle).toMatchObject({ make: "Toyota" });
  });

  it("says everything that is wrong at once, each beside its field", () => {
    expect(problems({ payer: "insurance", discount: "20", nags: "XX", year: "19", place: "shop" })).toEqual({
      customerName: "Enter the customer's name.",
      phone: expect.stringContaining("phone number"),
      year: "Enter the model year.",
      make: "Enter the make.",
      model: "Enter the model.",
      work: "Choose what needs doing.",
      nags: expect.stringContaining("starts with D"),
      insurerId: "Choose the insurer, or quote cash for now.",
      discountReason: "Say what the discount is for.",
    });
    expect(problems({ ...typed, payer: "insurance", discount: "20" })).toEqual({
      insurerId: "Choose the insurer, or quote cash for now.",
      discountReason: "Say what the discount is for.",
    });
    expect(problems({ ...typed, customerName: "512 555 0188" }).customerName).toBeDefined();
    expect(problems({ ...typed, deductible: "-5", discount: "much" })).toMatchObject({
      deductible: expect.any(String),
      discount: expect.any(String),
    });
  });

  it("prices no other number of chips than was typed", () => {
    const chips = (count: string, work = "chip_repair") => ({ ...typed, work, chips: count });
    for (const count of ["0", "10", "99", "1.5", "two", "-1"])
      expect(problems(chips(count))).toEqual({ chips: "Enter how many chips, from 1 to 9." });
    expect(NewQuote.parse(chips("3")).choices.chips).toBe(3);
    expect(NewQuote.parse({ ...typed, work: "chip_repair" }).choices.chips).toBe(1);
    // What stands in a field that the desk hides is no mistake.
    expect(problems(chips("99", "windshield"))).toEqual({});
  });

  it("refuses a price for an option that is none, unless the option is not offered", () => {
    const priced = { ...typed, offer: "oee", offerPrice: { oee: "much", dealer: "little" } };
    expect(Object.keys(problems(priced))).toEqual(["offerPrice.oee"]);
    expect(problems({ ...priced, offer: undefined })).toEqual({});
    expect(NewQuote.parse({ ...priced, offerPrice: { oee: "410" } }).choices.offers).toEqual([
      { grade: "oee", glassCents: 41_000 },
    ]);
  });

  it("takes no price of a line from the browser", () => {
    const read = NewQuote.parse({
      ...typed,
      totalCents: "1",
      lines: [{ totalCents: 1 }],
      status: "accepted",
    });
    expect(JSON.stringify(read)).not.toMatch(/totalCents|lines|status/);
  });
});

describe("an edited quote's form", () => {
  it("keeps whose it is out of reach", () => {
    const read = EditQuote.parse({ ...typed, id: "q", customerId: "c", vehicleId: "v" });
    expect(Object.keys(read).sort()).toEqual(["choices", "id", "next", "notes", "payer"]);
  });
});

describe("to the letter", () => {
  const all = {
    ...typed,
    work: "chip_repair",
    chips: "3",
    nags: "dw 1256",
    grade: "oem",
    brand: "Maker",
    place: "mobile",
    workZip: "78620",
    workMiles: "18",
    payer: "insurance",
    insurerId: "i",
    deductible: "250.37",
    deductibleStated: "on",
    discount: "20.11",
    discountReason: "Veteran",
    glassPrice: "310.07",
    offer: ["oee", "dealer", "oee"],
    offerPrice: { oee: "", dealer: "900.11" },
    notes: "Gate 4",
    next: "book",
  };
  const choices = {
    work: "chip_repair",
    chips: 3,
    nags: "dw 1256",
    grade: "oem",
    brand: "Maker",
    place: "mobile",
    workZip: "78620",
    workMiles: 18,
    insurerId: "i",
    deductibleCents: 25_037,
    deductibleStated: true,
    discountCents: 2_011,
    discountReason: "Veteran",
    glassCents: 31_007,
    offers: [
      { grade: "oee", glassCents: null },
      { grade: "dealer", glassCents: 90_011 },
    ],
  };

  it("each field goes where it belongs, new or changed", () => {
    const { customer: _c, vehicle: _v, ...rest } = NewQuote.parse(all);
    expect(rest).toEqual({ payer: "insurance", notes: "Gate 4", next: "book", choices });
    expect(EditQuote.parse({ ...all, id: "q", edition: "e" })).toEqual({
      id: "q",
      edition: "e",
      payer: "insurance",
      notes: "Gate 4",
      next: "book",
      choices,
    });
  });

  it("what is left out is a usual quote", () => {
    expect(NewQuote.parse(typed).choices).toEqual({
      work: "windshield",
      chips: 1,
      nags: "",
      grade: "aftermarket",
      brand: "",
      place: "shop",
      workZip: "",
      workMiles: null,
      insurerId: null,
      deductibleCents: null,
      deductibleStated: false,
      discountCents: null,
      discountReason: "",
      glassCents: null,
      offers: [],
    });
  });

  it("somebody known may have a new vehicle, and only text names a row", () => {
    const known = { ...typed, customerId: "c" };
    expect(NewQuote.parse(known)).toMatchObject({ customer: { id: "c" }, vehicle: { make: "Toyota" } });
    expect(NewQuote.parse({ ...known, vehicleId: { id: "v" } }).vehicle).toMatchObject({ make: "Toyota" });
    expect(NewQuote.parse({ ...typed, customerId: ["c"], vehicleId: "v" })).toMatchObject({
      customer: { customerName: "Ann Example", phone: "+15125550188" },
      vehicle: { make: "Toyota" },
    });
  });

  it("a part number is NAGS or a shop's own, or is refused with its reason", () => {
    expect(problems({ ...typed, nags: "rv-1234 a" })).toEqual({});
    expect(problems({ ...typed, nags: "DX01" })).toEqual({});
    expect(problems({ ...typed, nags: "dx" }).nags).toMatch(/^The second letter says which glass it is/);
  });

  it("miles are whole and at most 999", () => {
    for (const workMiles of ["0", "999"])
      expect(NewQuote.parse({ ...typed, workMiles }).choices.workMiles).toBe(Number(workMiles));
    for (const workMiles of ["1000", "1.5", "-1", "x1", "1x"])
      expect(problems({ ...typed, workMiles })).toEqual({ workMiles: "Enter whole miles, such as 18." });
  });

  it("the insurer is asked for where an insurer pays, the reason where something is taken off", () => {
    expect(problems({ ...typed, payer: "insurance", insurerId: "i" })).toEqual({});
    expect(problems({ ...typed, payer: "cash", insurerId: "" })).toEqual({});
    expect(problems({ ...typed, discount: "0" })).toEqual({});
    expect(problems({ ...typed, discount: "0.01" })).toEqual({
      discountReason: "Say what the discount is for.",
    });
    expect(problems({ ...typed, discount: "1", discountReason: "x" })).toEqual({});
    expect(problems({ ...typed, payer: "", place: "" })).toEqual({
      payer: "Choose who pays.",
      place: "Choose where the work is done.",
    });
  });

  it("from one chip to nine", () => {
    for (const chips of ["1", "9"]) expect(problems({ ...typed, work: "chip_repair", chips })).toEqual({});
  });

  it("the chosen grade's own price by hand is not an option's", () => {
    const posted = { ...typed, grade: "oee", offer: "oee", offerPrice: { oee: "much" } };
    expect(problems(posted)).toEqual({});
    expect(NewQuote.parse(posted).choices.offers).toEqual([{ grade: "oee", glassCents: null }]);
  });

  it("a name has a letter, whatever script", () => {
    for (const customerName of ["Ño", "王", "7 X"]) expect(problems({ ...typed, customerName })).toEqual({});
    expect(problems({ ...typed, customerName: "555" })).toEqual({
      customerName: "Enter the customer's name.",
    });
  });

  it("an edit without its fields says what is wrong with them", () => {
    const read = EditQuote.safeParse({ ...typed, id: "q", work: "" });
    expect(read.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["work", "Choose what needs doing."],
    ]);
  });
});

describe("a visit", () => {
  const booked = {
    id: "q",
    day: "2026-03-03",
    timeWindow: "am",
    street: "1 Main St",
    city: "Austin",
    zip: "78701",
  };
  const said = (more: object) =>
    BookQuote.safeParse({ ...booked, ...more }).error?.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    );

  it("each field goes where it belongs", () => {
    expect(BookQuote.parse({ ...booked, option: "2", choose: "on", notes: "Gate 4" })).toEqual({
      id: "q",
      option: 2,
      choose: true,
      day: new Date("2026-03-03T00:00:00Z"),
      timeWindow: "am",
      street: "1 Main St",
      city: "Austin",
      zip: "78701",
      notes: "Gate 4",
    });
  });

  it("has an option from the first to the last that there can be, or none", () => {
    const option = (typed: string) => BookQuote.parse({ ...booked, option: typed }).option;
    expect(["0", "4", "5", "-1", "1.5", "x"].map(option)).toEqual([0, 4, null, null, null, null]);
    expect(said({ choose: "on" })).toEqual(["option: Choose one of the options."]);
    expect(said({ choose: "on", option: "0" })).toBeUndefined();
    expect(said({})).toBeUndefined();
  });

  it("has a day, a part of it, and a street where that is asked for", () => {
    expect(said({ day: "", timeWindow: "", street: "" })).toEqual([
      "day: Choose a date.",
      "timeWindow: Choose the time of day.",
      "street: Enter the street where the work is done.",
    ]);
    for (const timeWindow of ["am", "pm", "day"]) expect(said({ timeWindow })).toBeUndefined();
  });
});

describe("small forms", () => {
  it("approving names what was on the page", () => {
    expect(ApproveDiscount.parse({ id: "q", givenAwayCents: "2011" })).toEqual({
      id: "q",
      givenAwayCents: 2_011,
    });
    expect(ApproveDiscount.safeParse({ id: "q", givenAwayCents: "1.5" }).success).toBe(false);
  });

  it("mailing has an address and a note of its own, losing a reason", () => {
    expect(MailQuote.parse({ id: "q", email: "a@b.example", note: "Hi" })).toEqual({
      id: "q",
      email: "a@b.example",
      note: "Hi",
    });
    expect(MailQuote.safeParse({ id: "q", email: "" }).success).toBe(false);
    expect(MailQuote.safeParse({ id: "q", email: "a@b.example", note: "n".repeat(1001) }).success).toBe(
      false,
    );
    expect(LoseQuote.parse({ id: "q" })).toEqual({ id: "q", reason: "" });
    expect([
      OneQuote.parse({ id: "q" }),
      OneLink.parse({ linkId: "l" }),
      CustomerQuery.parse({ id: "c" }),
    ]).toEqual([{ id: "q" }, { linkId: "l" }, { id: "c" }]);
  });

  it("a search for parts takes any year that there was, or none", () => {
    const blank = { make: "", model: "", bodyStyle: "", nags: "" };
    expect(PartsQuery.parse({})).toEqual(blank);
    expect(
      PartsQuery.parse({ year: "2021", make: "Toyota", model: "RAV4", bodyStyle: "SUV", nags: "dw1" }),
    ).toEqual({
      year: 2021,
      make: "Toyota",
      model: "RAV4",
      bodyStyle: "SUV",
      nags: "dw1",
    });
    expect(["1900", "2100", "1899", "2101", "x"].map((year) => PartsQuery.parse({ year }).year)).toEqual([
      1900,
      2100,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
