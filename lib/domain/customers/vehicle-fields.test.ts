import { describe, expect, it } from "vitest";
import { z } from "zod";
import { vehicleFields, vinOfYear } from "./vehicle-fields";

const Car = z.object(vehicleFields).check(vinOfYear);
const car = {
  vin: "",
  year: "2017",
  make: "Honda",
  model: "Fit",
  bodyStyle: "",
  trim: "",
  plate: "",
  plateState: "",
};
const read = (typed: object) => Car.safeParse({ ...car, ...typed });
const said = (typed: object) =>
  read(typed).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

describe("a vehicle as it is typed", () => {
  it("is kept in the way it is searched: plate and VIN without signs, in capitals, the year as a number", () => {
    const typed = {
      vin: "1hgcm8263-3a 004352",
      year: "2003",
      make: " Honda ",
      model: "Accord  EX",
      bodyStyle: "Sedan",
      trim: "EX",
      plate: "abc-12 34",
      plateState: "tx",
    };
    expect(read(typed).data).toEqual({
      vin: "1HGCM82633A004352",
      year: 2003,
      make: "Honda",
      model: "Accord EX",
      bodyStyle: "Sedan",
      trim: "EX",
      plate: "ABC1234",
      plateState: "TX",
    });
  });

  it("needs no more than year, make and model", () => {
    expect(read({}).data).toEqual({ ...car, year: 2017 });
    expect(said({ make: "", model: " " })).toEqual([
      ["make", "Enter the make."],
      ["model", "Enter the model."],
    ]);
  });

  it("is of a model year that there was, or that is sold already", () => {
    const latest = new Date().getUTCFullYear() + 2;
    for (const year of ["1930", String(latest)]) expect(read({ year }).data?.year).toBe(Number(year));
    expect(said({ year: "1929" })).toEqual([["year", "Enter the model year."]]);
    expect(said({ year: String(latest + 1) })).toEqual([["year", `Enter a model year up to ${latest}.`]]);
    for (const year of ["", "17", "2017.5", "last"])
      expect(said({ year })).toEqual([["year", "Enter the model year."]]);
  });

  it.each([
    ["make", 60],
    ["model", 60],
    ["bodyStyle", 60],
    ["trim", 60],
    ["plate", 16],
    ["vin", 40],
  ])("%s has %i characters at most", (name, most) => {
    const told = said({ [name]: "Z".repeat(most + 1) });
    expect(told[0]).toEqual([name, `At most ${most} characters.`]);
    const allowed = said({ [name]: "Z".repeat(most) }).map(([, message]) => message);
    expect(allowed).not.toContain(`At most ${most} characters.`);
  });
});

describe("a VIN", () => {
  const impossible = [["vin", "A VIN has 17 characters; this has 15."]];

  it("that can't be one is refused once, beside its field, whatever else is wrong", () => {
    expect(said({ vin: "1HG" })).toEqual([["vin", "A VIN has 17 characters; this has 3."]]);
    expect(said({ vin: "1HGCM82633A0043", year: "2003" })).toEqual(impossible);
    expect(said({ vin: "1HGCM82633A0043", make: "" })).toEqual([["make", "Enter the make."], ...impossible]);
    expect(said({ vin: "IHGCM82633A004352" })).toEqual([
      ["vin", "No VIN has the letter I (position 1); is it 1?"],
    ]);
  });

  it("is judged by the year beside it: what an old car may have, a new one may not", () => {
    const own = "1HGCM82633A0043";
    expect(read({ vin: own, year: "1980" }).data?.vin).toBe(own);
    expect(said({ vin: own, year: "1981" })).toEqual(impossible);
    expect(said({ vin: own, year: "" })).toEqual([["year", "Enter the model year."]]);
  });

  it("that only looks wrong is kept", () => {
    for (const vin of ["1HGCM82603A004352", "WVGZZZ5NZJM131395", "S1234567"])
      expect(read({ vin }).data?.vin).toBe(vin);
  });
});
