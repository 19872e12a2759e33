import { beforeAll, describe, expect, it, vi } from "vitest";
import type { ShopPaper } from "@/lib/domain/shops/paper/paper";
import { signedMails } from "./signed-mails";
import { acceptWording, textsWording } from "./wording";

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of at least thirty-two characters");
  vi.stubEnv("NEXTAUTH_URL", "https://app.example.com");
  vi.stubEnv("DATABASE_URL", "postgres://app@localhost/app");
  vi.stubEnv("TENANCY_KEY", "0".repeat(64));
});

const shop: ShopPaper = {
  name: "Harbor Glass",
  phone: "+15125550130",
  email: "hank@harbor.example",
  street: "9 Dock Rd",
  city: "Austin",
  state: "TX",
  zip: "78701",
  brandColor: "",
  taxId: "",
  terms: "",
  logo: null,
};
const quote = {
  id: "q-7",
  number: 1007,
  customer: { name: "Ann Example" },
  vehicle: { year: 2021, make: "Toyota", model: "RAV4", trim: "" },
  options: [{}, {}],
};
const agreed = {
  wording: "I accept.",
  grade: "oee",
  taxCents: 3_511,
  totalCents: 90_361,
  customerCents: 10_037,
  insurerCents: 80_324,
  lines: [
    { description: "Windshield", quantity: 100, totalCents: 86_850 },
    { description: "Retainer clips", quantity: 400, totalCents: 0 },
  ],
};
const signed = {
  quote,
  agreed,
  name: "Ann E. Example",
  when: "Tue, Mar 3, morning",
  email: "ann@example.com",
  slug: "harbor",
};

describe("who hears of a signature", () => {
  it("the shop, of the whole bill and where to confirm the day", () => {
    expect(signedMails(shop, signed)[0]).toEqual({
      to: "hank@harbor.example",
      subject: "Quote #1007 is accepted",
      text: [
        "Ann Example accepted quote #1007 for the 2021 Toyota RAV4: $903.61.",
        "They wish for Tue, Mar 3, morning. Confirm the day or move it:",
        "https://app.example.com/harbor/quotes/q-7",
      ].join("\n\n"),
    });
  });

  it("the customer, of each line, of what the insurer pays and of their own share", () => {
    expect(signedMails(shop, signed)[1]).toEqual({
      to: "ann@example.com",
      subject: "Your copy: quote #1007 from Harbor Glass",
      text: [
        "Hello Ann Example,",
        "thank you. Harbor Glass has your work order for the 2021 Toyota RAV4 and will confirm Tue, Mar 3, morning.",
        "What you agreed to, oee glass:",
        "Windshield: $868.50\nRetainer clips: included\nTax: $35.11\nTotal: $903.61\nYour insurer pays: $803.24\nYou pay: $100.37",
        '"I accept." Signed: Ann E. Example',
        "Questions? (512) 555-0130 or hank@harbor.example.",
        "Harbor Glass\n9 Dock Rd\nAustin TX 78701",
      ].join("\n\n"),
      from: "Harbor Glass",
      replyTo: "hank@harbor.example",
    });
  });

  it("who pays alone reads of no insurer, and who had no choice of no grade", () => {
    const alone = { ...agreed, insurerCents: 0, customerCents: 90_361 };
    const text = signedMails(shop, { ...signed, agreed: alone, quote: { ...quote, options: [] } })[1]?.text;
    expect(text).toContain("What you agreed to:\n\n");
    expect(text).toContain("Total: $903.61\nYou pay: $903.61\n");
    const aCent = signedMails(shop, { ...signed, agreed: { ...agreed, insurerCents: 1 } })[1]?.text;
    expect(aCent).toContain("Your insurer pays: $0.01");
  });

  it("nobody without an address; a shop without one can't be answered", () => {
    expect(signedMails(shop, { ...signed, email: "" }).map(({ to }) => to)).toEqual(["hank@harbor.example"]);
    const [only, ...others] = signedMails({ ...shop, email: "", phone: "" }, signed);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ to: "ann@example.com", replyTo: "" });
    expect(only?.text).not.toContain("Questions?");
  });
});

it("what somebody agrees to, in words", () => {
  expect(acceptWording("Harbor Glass", 10_037)).toBe(
    "I accept this quote, I pay $100.37 of it, and I ask Harbor Glass to do the work.",
  );
  expect(acceptWording("Harbor Glass", 0)).toContain("I pay $0.00 of it");
  expect(acceptWording("Harbor Glass", null)).toContain("I pay what is shown for the glass I chose, and");
  expect(textsWording("Harbor Glass", "+15125550188")).toBe(
    "Harbor Glass may text me about this job at the number ending in 0188. Message and data rates may apply; reply STOP to end them. I can accept without this.",
  );
});
