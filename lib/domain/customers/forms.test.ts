import { describe, expect, it } from "vitest";
import {
  EditCustomer,
  EditVehicle,
  NewCustomer,
  NewVehicle,
  OneCustomer,
  SearchQuery,
  VinQuery,
} from "./forms";

const typed = { name: "Ann Example", phone: "512 555 0100" };
const said = (more: object) =>
  NewCustomer.safeParse({ ...typed, ...more }).error?.issues.map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

describe("a customer", () => {
  it("is retail and taxed until somebody says otherwise", () => {
    expect(NewCustomer.parse(typed)).toMatchObject({
      accountType: "retail",
      taxExempt: false,
      taxCertificateUntil: null,
    });
  });

  it("has an e-mail address that is one, or none", () => {
    expect(NewCustomer.parse({ ...typed, email: "" }).email).toBe("");
    expect(said({ email: "nope" })).toEqual(["email: Enter an e-mail address such as ann@example.com."]);
  });

  it("is exempt by a certificate that has a number, and may have a last day", () => {
    const exempt = { taxExempt: "on", taxCertificate: "12-345" };
    expect(NewCustomer.parse({ ...exempt, ...typed, taxCertificateUntil: "2027-01-31" })).toMatchObject({
      taxExempt: true,
      taxCertificateUntil: new Date("2027-01-31T00:00:00Z"),
    });
    expect(said({ taxExempt: "on" })).toEqual([
      "taxCertificate: Enter the number of the exemption certificate.",
    ]);
    expect(said({ ...exempt, taxCertificateUntil: "2027-02-31" })).toEqual([
      "taxCertificateUntil: Choose a date.",
    ]);
  });

  it("is told all that is wrong at once", () => {
    expect(said({ name: "", phone: "", accountType: "king", zip: "1", taxExempt: "on" })?.toSorted()).toEqual(
      [
        "accountType: Choose a kind of account.",
        "name: Enter a name.",
        "phone: Enter a phone number or an e-mail address.",
        "taxCertificate: Enter the number of the exemption certificate.",
        "zip: Enter a ZIP code of 5 digits, such as 78701.",
      ],
    );
  });

  it("is a kind of account that there is", () => {
    expect(NewCustomer.parse({ ...typed, accountType: "fleet" }).accountType).toBe("fleet");
    expect(said({ accountType: "king" })).toEqual(["accountType: Choose a kind of account."]);
  });
});

describe("to the letter", () => {
  const all = {
    name: "Bo Fleet",
    phone: "512 555 0177",
    email: "bo@fleet.example",
    company: "Bo's Vans",
    street: "1 Main St",
    city: "Austin",
    state: "TX",
    zip: "78701",
    accountType: "fleet",
    taxExempt: "on",
    taxCertificate: "77-1",
    taxCertificateUntil: "2026-12-31",
    notes: "Gate code 4",
  };
  const stored = {
    ...all,
    phone: "+15125550177",
    taxExempt: true,
    taxCertificateUntil: new Date("2026-12-31"),
  };

  it("each field goes where it belongs, new or changed", () => {
    expect(NewCustomer.parse(all)).toEqual(stored);
    expect(EditCustomer.parse({ id: "x", ...all })).toEqual({ id: "x", ...stored });
  });

  it("a phone or an address is enough, also when somebody is changed", () => {
    expect(NewCustomer.parse({ name: "Ann", email: "ann@example.com" })).toMatchObject({ phone: "" });
    expect(said({ phone: "" })).toEqual(["phone: Enter a phone number or an e-mail address."]);
    const edited = EditCustomer.safeParse({ id: "x", name: "Ann", taxExempt: "on" });
    expect(edited.error?.issues.map(({ path }) => path.join("."))).toEqual(["phone", "taxCertificate"]);
  });

  it("who is taxed may keep a certificate, and notes may be long", () => {
    expect(NewCustomer.parse({ ...typed, taxCertificate: "1", notes: "w".repeat(2000) })).toMatchObject({
      taxExempt: false,
      taxCertificate: "1",
    });
    expect(said({ notes: "w".repeat(2001) })).toHaveLength(1);
    expect(said({ city: "w".repeat(101), taxCertificate: "w".repeat(101) })).toHaveLength(2);
    expect(said({ city: "w".repeat(100), taxCertificate: "w".repeat(100) })).toBeUndefined();
  });

  it("a search and a VIN are no longer than what people type", () => {
    expect(SearchQuery.parse({})).toEqual({ q: "" });
    expect(SearchQuery.parse({ q: "w".repeat(100) }).q).toHaveLength(100);
    expect(SearchQuery.safeParse({ q: "w".repeat(101) }).success).toBe(false);
    expect(VinQuery.parse({ vin: "w".repeat(40) }).vin).toHaveLength(40);
    expect(VinQuery.safeParse({ vin: "w".repeat(41) }).success).toBe(false);
  });

  it("a vehicle is somebody's", () => {
    const car = { customerId: "c", year: "2021", make: "Toyota", model: "RAV4" };
    expect(NewVehicle.parse(car)).toMatchObject({
      customerId: "c",
      year: 2021,
      make: "Toyota",
      model: "RAV4",
    });
    expect(EditVehicle.parse({ id: "v", ...car })).toMatchObject({ id: "v", customerId: "c", year: 2021 });
    expect(OneCustomer.parse({ id: "c" })).toEqual({ id: "c" });
  });
});
