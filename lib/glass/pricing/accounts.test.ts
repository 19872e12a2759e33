import { expect, it } from "vitest";
import { carName, plainPlate } from "../vehicles/car";
import { ACCOUNT_TYPES, accountName, accountOptions, agreedOptions } from "./accounts";

it("accounts have names, retail first; prices are agreed with all but retail", () => {
  expect(ACCOUNT_TYPES.map(accountName)).toEqual([
    "Retail",
    "Fleet",
    "Body shop",
    "Dealership",
    "Rental",
    "Government",
    "Wholesale",
    "Insurance agency",
  ]);
  expect(accountName("other")).toBe("other");
  expect(accountOptions[2]).toEqual({ value: "body_shop", label: "Body shop" });
  expect(agreedOptions).toEqual(accountOptions.slice(1));
});

it("a car is named by what is known of it, a plate by its letters and digits", () => {
  expect(carName({ year: 2021, make: "Toyota", model: "RAV4", trim: "XLE" })).toBe("2021 Toyota RAV4 XLE");
  expect(carName({ year: 2021, make: "Toyota", model: "", trim: "" })).toBe("2021 Toyota");
  expect(plainPlate(" ab-c 12.3é")).toBe("ABC123");
});
