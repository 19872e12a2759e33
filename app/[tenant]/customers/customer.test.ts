import { describe, expect, it } from "vitest";
import { NewCustomer } from "./customer";

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
