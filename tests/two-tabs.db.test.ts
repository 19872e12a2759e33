import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimNames } from "@/lib/domain/claims/claim";
import { customerNames, vehicleNames } from "@/lib/domain/customers/forms";
import { stockNames } from "@/lib/domain/inventory/stock";
import { shopNames } from "@/lib/domain/shops/forms";
import { paperNames } from "@/lib/domain/shops/paper/forms";
import { shownOf } from "@/lib/forms/shown";
import { type TestDatabase } from "@/tests/support/database";
import { playDoors, press } from "@/tests/support/doors";
import { type Furnished, mintJob, openFurnished } from "@/tests/support/furnished";

// Every form that edits a record, open in two tabs at once: the second save undoes nothing of the first unseen.

playDoors();
const customers = await import("@/app/[tenant]/customers/actions");
const jobs = await import("@/app/[tenant]/jobs/actions");
const claims = await import("@/app/[tenant]/claims/actions");
const stock = await import("@/app/[tenant]/pricing/stock/actions");
const settings = await import("@/app/[tenant]/settings/actions");

let database: TestDatabase;
let odd: Furnished;
beforeAll(async () => {
  ({ database, odd } = await openFurnished());
  await odd.inShop((db) =>
    db.reasonCode.createMany({ data: [{ kind: "cause_of_loss", label: "Hail from the east" }] }),
  );
});
afterAll(() => database.close());

type Values = Record<string, string>;
type Row = Record<string, unknown>;
type Form = {
  action: Parameters<typeof press>[1];
  /** What the form posts besides what the tabs change. */
  values: Values;
  read: () => Promise<Row>;
  names: readonly string[];
};

const forms: Record<string, { open: () => Promise<Form>; field: string; other?: string }> = {
  "a customer's": {
    field: "name",
    other: "notes",
    open: async () => {
      const { customer } = await mintJob(odd.inShop);
      return {
        action: customers.editCustomer,
        values: { id: customer.id, name: customer.name, phone: "(512) 555-0188" },
        read: () => odd.inShop((db) => db.customer.findFirstOrThrow({ where: { id: customer.id } })),
        names: customerNames,
      };
    },
  },
  "a vehicle's": {
    field: "trim",
    other: "plate",
    open: async () => {
      const { customer, vehicle } = await mintJob(odd.inShop);
      return {
        action: customers.editVehicle,
        values: { id: vehicle.id, customerId: customer.id, year: "2019", make: "Honda", model: "Fit" },
        read: () => odd.inShop((db) => db.vehicle.findFirstOrThrow({ where: { id: vehicle.id } })),
        names: vehicleNames,
      };
    },
  },
  "a job's notes": {
    field: "notes",
    open: async () => {
      const { job } = await mintJob(odd.inShop);
      return {
        action: jobs.editNotes,
        values: { id: job.id },
        read: () => odd.inShop((db) => db.job.findFirstOrThrow({ where: { id: job.id } })),
        names: ["notes"],
      };
    },
  },
  "a claim's": {
    field: "claimNumber",
    other: "policyholder",
    open: async () => {
      const { job } = await mintJob(odd.inShop);
      const typed = {
        insurerId: odd.insurers[0].id,
        policyholder: "Ann Holder",
        policyNumber: "P-17",
        claimNumber: "",
        lossState: "NM",
        cause: "Hail from the east",
      };
      const lossDate = new Date("2026-02-27");
      const { id } = await odd.inShop((db) =>
        db.claim.create({ data: { jobId: job.id, ...typed, lossDate, deductibleCents: 25_013 } }),
      );
      return {
        action: claims.correctClaim,
        values: { id, ...typed, lossDate: "2026-02-27", deductibleCents: "250.13" },
        read: () => odd.inShop((db) => db.claim.findFirstOrThrow({ where: { id } })),
        names: claimNames,
      };
    },
  },
  "a shelf's": {
    field: "bin",
    other: "onHand",
    open: async () => {
      await odd.inShop((db) => db.stockItem.deleteMany());
      const data = { nagsNumber: "DW02501GTYN", onHand: 3, minQty: 1, maxQty: 7, bin: "A1" };
      const { id } = await odd.inShop((db) => db.stockItem.create({ data }));
      return {
        action: stock.editStock,
        values: { id, onHand: "3", minQty: "1", maxQty: "7", bin: "A1" },
        read: () => odd.inShop((db) => db.stockItem.findFirstOrThrow({ where: { id } })),
        names: stockNames,
      };
    },
  },
  "the shop's": {
    field: "name",
    other: "email",
    open: async () => {
      const read = () => odd.inShop((db) => db.tenant.findFirstOrThrow());
      const shop = await read();
      const { name, phone, email, street, city, state, zip } = shop;
      return {
        action: settings.saveShop,
        values: { name, phone, email, street, city, state, zip, timeZone: "America/Chicago" },
        read,
        names: shopNames,
      };
    },
  },
  "the papers'": {
    field: "terms",
    other: "taxId",
    open: async () => {
      await odd.inShop((db) => db.shopPaper.createMany({ data: [{}], skipDuplicates: true }));
      await odd.inShop((db) => db.shopPaper.updateMany({ data: { terms: "", taxId: "", brandColor: "" } }));
      const select = { brandColor: true, taxId: true, terms: true };
      return {
        action: settings.savePaper,
        values: { quoteValidDays: "17", brandColor: "", taxId: "", terms: "" },
        read: () => odd.inShop((db) => db.shopPaper.findFirstOrThrow({ select })),
        names: paperNames,
      };
    },
  },
};

/** Text for a field, as both tabs may type it. */
const typed = (field: string, which: string) =>
  field === "onHand" ? "5" : field === "email" ? `${which}@odd.example` : `${which} 7`;

describe.each(Object.entries(forms))("%s form in two tabs", (_name, { open, field, other }) => {
  const opened = async () => {
    const form = await open();
    const shown = shownOf(await form.read(), form.names);
    const save = (changes: Values) => press(odd.owner, form.action, { ...form.values, shown, ...changes });
    return { ...form, save };
  };

  it("tells the second what the first did to the same field, and then saves over it", async () => {
    const { save, read } = await opened();
    expect((await save({ [field]: "first 7" })).errors).toBeUndefined();
    const before = await read();
    const refused = await save({ [field]: "second 7" });
    expect(refused.errors).toEqual({ [field]: ["Now: “first 7”."] });
    expect(await read()).toEqual(before);
    const again = await save({ [field]: "second 7", shown: refused.shown ?? "" });
    expect(again.errors).toBeUndefined();
    expect((await read())[field]).toBe("second 7");
  });

  it.runIf(other)("keeps what the first did to another field", async () => {
    const { save, read } = await opened();
    const first = typed(other ?? "", "first");
    await save({ [other ?? ""]: first });
    expect((await save({ [field]: "second 7" })).errors).toBeUndefined();
    const row = await read();
    expect([
      String(row[other ?? ""])
        .toLowerCase()
        .replace(" ", ""),
      row[field],
    ]).toEqual([first.replace(" ", ""), "second 7"]);
  });
});
