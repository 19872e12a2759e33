import { addDays, type IsoDate, midnightOf } from "../../../lib/dates";
import type { Dice } from "./random";

const first =
  "Alma Ben Carla Dev Elena Frank Grace Hassan Iris Jorge Kim Liam Mona Nina Omar Paula Quentin Rosa Sam Tina Uma Victor Wanda Xavier Yara Zoe Aaron Bella Cyrus Dana".split(
    " ",
  );
const last =
  "Abbott Baker Castillo Dawson Ellis Foster Garcia Huang Ibrahim Jensen Khan Lopez Meyer Nguyen Okafor Patel Quigley Ramirez Schmidt Tran Underwood Vargas Walsh Xu Young Zimmer".split(
    " ",
  );
const companies = ["Demo Couriers", "Demo Landscaping", "Demo Plumbing", "Demo School Bus", "Demo Rentals"];
const accounts: Record<string, string> = {
  "Demo Couriers": "fleet",
  "Demo School Bus": "government",
  "Demo Rentals": "rental",
};

type Place = { areaCode: string; city: string; state: string; zip: string };

/** Two customers with exemption certificates: one that holds, and one that has expired. */
export function exemptCustomers({ areaCode, ...address }: Place, today: IsoDate) {
  const exempt = (name: string, accountType: string, number: string, days: number) => ({
    id: crypto.randomUUID(),
    name,
    accountType,
    phone: `+1${areaCode}55501${number}`,
    taxExempt: true,
    taxCertificate: `DEMO-EX-${number}`,
    taxCertificateUntil: midnightOf(addDays(today, days)),
    ...address,
  });
  return [
    exempt("Demo City Motor Pool", "government", "77", 200),
    exempt("Demo Animal Shelter", "retail", "78", -20),
  ];
}

/** An invented customer. 555-01xx numbers and .example addresses belong to nobody. */
export function inventCustomer(roll: Dice, place: Place) {
  const name = `${roll.of(first)} ${roll.of(last)}`;
  const { areaCode, ...address } = place;
  const company = roll.chance(12) ? roll.of(companies) : "";
  return {
    name,
    company,
    accountType: accounts[company] ?? "retail",
    phone: `+1${areaCode}55501${String(roll.number(100)).padStart(2, "0")}`,
    email: roll.chance(70) ? `${name.toLowerCase().replace(" ", ".")}@customers.example` : "",
    street: `${100 + roll.number(9000)} Demo Street`,
    ...address,
  };
}

/** An invented plate. */
export function inventPlate(roll: Dice): string {
  const letters = "ABCDEFGHJKLMNPRSTUVWXYZ".split("");
  return [
    roll.of(letters),
    roll.of(letters),
    roll.of(letters),
    roll.number(10),
    roll.number(10),
    roll.number(10),
    roll.number(10),
  ].join("");
}
