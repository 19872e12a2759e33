import { describe, expect, it } from "vitest";
import { fieldsAfter } from "./vin-fields";

const none = { year: "", make: "", model: "", bodyStyle: "", trim: "" };
const camry = { year: "2020", make: "TOYOTA", model: "Camry", bodyStyle: "Sedan", trim: "LE" };

describe("what stands in a vehicle's fields once its VIN was decoded", () => {
  it("is what the VIN tells", () => {
    const told = { ...camry, year: 2020, trim: null };
    expect(fieldsAfter(none, {}, told)).toEqual({ ...camry, trim: "" });
    expect(fieldsAfter({ ...camry, model: "Corolla" }, {}, camry)).toEqual(camry);
  });

  it("is what somebody typed, where it tells nothing", () => {
    const typed = { ...none, make: "Toyota", model: "Camry" };
    expect(fieldsAfter(typed, {}, { year: 2020, make: "TOYOTA", model: null })).toEqual({
      ...typed,
      year: "2020",
      make: "TOYOTA",
    });
    expect(
      fieldsAfter({ ...camry, model: "Camry Hybrid" }, camry, { make: "TOYOTA", model: null }).model,
    ).toBe("Camry Hybrid");
  });

  it("is nothing that the VIN before told", () => {
    expect(fieldsAfter(camry, camry, { year: 2021, make: "TOYOTA", model: null, trim: null })).toEqual({
      ...none,
      year: "2021",
      make: "TOYOTA",
    });
    expect(fieldsAfter(camry, camry, {})).toEqual(none);
  });

  it("is no model of another make", () => {
    expect(fieldsAfter(camry, {}, { year: 2019, make: "VOLKSWAGEN", model: null })).toEqual({
      ...none,
      year: "2019",
      make: "VOLKSWAGEN",
    });
  });
});
