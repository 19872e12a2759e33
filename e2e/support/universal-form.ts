import { randomUUID } from "node:crypto";

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** Valid values for every field any form has. An action takes the fields it knows and ignores the rest. */
const fields: Record<string, string> = {
  name: "Sweep",
  title: "Sweep",
  phone: "(512) 555-0199",
  email: "sweep@e2e.example",
  company: "Sweep Co",
  street: "1 Sweep Street",
  city: "Austin",
  state: "TX",
  zip: "78701",
  timeZone: "America/Chicago",
  year: "2021",
  make: "Toyota",
  model: "RAV4",
  brandColor: "#0c7284",
  taxId: "EIN 12-3456789",
  terms: "Sweep",
  quoteValidDays: "30",
  flag: "claims",
  enabled: "true",
  reason: "Sweep",
  discountLimitBps: "10",
  givenAwayCents: "0",
  // quotes and jobs
  note: "Sweep",
  work: "windshield",
  nags: "DW02501GTYN",
  place: "shop",
  payer: "cash",
  day: tomorrow,
  scheduledOn: tomorrow,
  timeWindow: "am",
  start: "08:00",
  end: "09:00",
  // invoices and claims
  method: "cash",
  amountCents: "1.00",
  receivedOn: yesterday,
  seenPaidCents: "0",
  policyholder: "Sweep",
  policyNumber: "SWEEP-1",
  lossDate: yesterday,
  lossState: "TX",
  cause: "Road debris",
  deductibleCents: "100.00",
  // pricing
  laborMode: "hourly",
  laborCents: "60.00",
  nagsNumber: "FW99999GTYN",
  glassPosition: "windshield",
  description: "Sweep glass",
  side: "",
  listPriceCents: "500.00",
  laborMinutes: "2.5",
  kitHalves: "1.5",
  clipsQty: "4",
  calibration: "none",
  priceCents: "400.00",
  pasted: "FW99998GTYN\t400.00",
  kitCostCents: "14.00",
};

/** What platform/ asks for beside that; its part number is one that no desk has. */
const platformFields: Record<string, string> = {
  shown: "",
  nagsNumber: "DW98765GTYN",
  description: "Sweep",
  side: "",
  listPriceCents: "400.00",
  listEffectiveFrom: "2026-01-01",
  laborMinutes: "2.5",
  kitHalves: "1.5",
  clipsQty: "2",
  calibration: "none",
  interchange: "",
  supersededBy: "",
  portalUrl: "https://sweep.example.com",
  tradingPartnerId: "SWEEP",
  numberLabel: "Sweep number",
  numberDigits: "9",
  file: "sweep.csv",
  run: randomUUID(),
  mode: "import",
  from: "2026-01-01",
  batch: JSON.stringify({ columns: ["nagsNumber", "description"], rows: [[2, "DW98766GTYN", "Sweep"]] }),
};

/** Where two forms mean something else by one name. */
const readings: Record<string, Record<string, string>> = {
  recordPayment: { payer: "customer" },
  cancel: { reason: "Weather" },
  loseQuote: { reason: "Price too high" },
  voidInvoice: { reason: "Wrong amount" },
  pasteStock: { pasted: "FW99998GTYN\t4" },
  voidPayment: { reason: "Wrong amount" },
};

/** A form that every check of platform/ lets through. */
export const platformForm = (ids: Record<string, string>): Record<string, string> => ({
  ...fields,
  ...platformFields,
  ...ids,
});

/** A form that every field's check lets through, for the action of this name. */
export function universalForm(action: string): Record<string, string> {
  return { ...fields, ...readings[action] };
}
