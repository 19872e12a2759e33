import { expect, it } from "vitest";
import { NewTpa } from "./directory";

const tpa = {
  name: "A",
  phone: "",
  portalUrl: "",
  tradingPartnerId: "",
  numberLabel: "Number",
  numberDigits: "",
};
const read = (typed: object) => NewTpa.safeParse({ ...tpa, ...typed });

it.each(["", "https://portal.example.com/claims?x=1", "http://www.example.com"])(
  "takes the portal %j",
  (portalUrl) => {
    expect(read({ portalUrl }).data?.portalUrl).toBe(portalUrl);
  },
);

it.each([
  "javascript:alert(1)",
  "portal.example.com",
  "data:text/html,x",
  "https://localhost",
  "ftp://example.com",
])("refuses the portal %j beside its field", (portalUrl) => {
  const issue = read({ portalUrl }).error?.issues[0];
  expect([issue?.path, issue?.message]).toEqual([
    ["portalUrl"],
    "Enter an address such as https://portal.example.com.",
  ]);
});

it("keeps how many digits a number has, or that it differs", () => {
  expect(read({ numberDigits: "9" }).data?.numberDigits).toBe(9);
  expect(read({}).data?.numberDigits).toBeNull();
  expect(read({ numberDigits: "0" }).success).toBe(false);
});
