import { expect, it } from "vitest";
import { EditInsurer, EditTpa, NewInsurer, NewTpa, OneRow } from "./forms";

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
  expect(read({ numberDigits: "17" }).data?.numberDigits).toBe(17);
  for (const numberDigits of ["0", "00", "+9", ".9", "9.", "x9", "9x"]) {
    const issue = read({ numberDigits }).error?.issues[0];
    expect([issue?.path, issue?.message]).toEqual([["numberDigits"], "Enter how many digits, such as 9."]);
  }
  expect(read({ numberDigits: "117" }).error?.issues).toHaveLength(1);
});

it("an administrator and an insurer are kept field by field, new or changed", () => {
  const all = {
    name: "LYNX",
    phone: "512 555 0177",
    portalUrl: "https://lynx.example.com",
    tradingPartnerId: "T-7",
    numberLabel: "Referral",
    numberDigits: "12",
  };
  const kept = { ...all, phone: "+15125550177", numberDigits: 12 };
  expect(NewTpa.parse(all)).toEqual(kept);
  expect(EditTpa.parse({ id: "x", shown: "s", ...all })).toEqual({ id: "x", shown: "s", ...kept });
  expect(NewInsurer.parse({ name: "Acme" })).toEqual({ name: "Acme", tpaId: null });
  expect(EditInsurer.parse({ id: "x", shown: "s", name: "Acme", tpaId: "t" })).toEqual({
    id: "x",
    shown: "s",
    name: "Acme",
    tpaId: "t",
  });
  expect(OneRow.parse({ id: "x" })).toEqual({ id: "x" });
});

it("says what is missing of a name, a number's name and its digits", () => {
  const said = read({ name: "", numberLabel: "", numberDigits: "x" }).error?.issues;
  expect(said?.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
    "name: Enter the administrator's name.",
    "numberLabel: Enter what it calls its number.",
    "numberDigits: Enter how many digits, such as 9.",
  ]);
  expect(NewInsurer.safeParse({}).error?.issues[0]?.message).toBe("Enter the insurer's name.");
  expect(
    ["1", "99", "100", "-1", "1.5", "9x", "x9"].map((numberDigits) => read({ numberDigits }).success),
  ).toEqual([true, true, ...Array(5).fill(false)]);
  expect(read({ tradingPartnerId: "t".repeat(41) }).success).toBe(false);
});
