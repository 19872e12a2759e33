import { describe, expect, it } from "vitest";
import { EditQuote, NewQuote } from "./forms";

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
