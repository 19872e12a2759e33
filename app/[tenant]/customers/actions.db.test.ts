import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  getCustomer,
  getVehicle,
  listCustomers,
  searchCustomers,
  vehicleOfVin,
} from "@/lib/domain/customers/queries";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, press } from "@/tests/support/doors";
import {
  amounts,
  type Furnished,
  idsOf,
  mintFurnished,
  mintJob,
  openFurnished,
} from "@/tests/support/furnished";

playDoors();
const actions = await import("./actions");

let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
const open = async () => {
  odd = await mintFurnished(database, kernel);
};
beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
});
afterAll(() => database.close());

const typed = {
  name: "Zadie Quill",
  phone: "(737) 555-0163",
  email: "zadie@quill.example",
  company: "Quill & Co",
  street: "3 Quay Street",
  city: "Kyle",
  state: "TX",
  zip: "78640",
  accountType: "fleet",
  taxExempt: "on",
  taxCertificate: "TX-99-7",
  taxCertificateUntil: "2031-07-03",
  notes: "Gate code 17",
};
const kept = {
  ...typed,
  phone: "+17375550163",
  taxExempt: true,
  taxCertificateUntil: new Date("2031-07-03"),
  archivedAt: null,
};
const car = {
  vin: "1HGCM82633A004352",
  year: "2003",
  make: "Honda",
  model: "Accord",
  bodyStyle: "Coupe",
  trim: "EX",
  plate: "qx-71 zb",
  plateState: "NM",
};
const rowOf = (id: string) => odd.inShop((db) => db.customer.findFirstOrThrow({ where: { id } }));
const carOf = (id: string) => odd.inShop((db) => db.vehicle.findFirstOrThrow({ where: { id } }));
const idIn = (to = "") => to.split("/").at(-1) ?? "";
const audited = async () => {
  const { action, subject, userName } = await lastAudit(kernel, odd.shop);
  return { action, subject, userName };
};

describe("a customer", () => {
  it("is added as typed", async () => {
    const { to, message } = await press(odd.counter, actions.addCustomer, typed);
    const id = idIn(to);
    expect([to, message]).toEqual([`/${odd.slug}/customers/${id}`, "Zadie Quill is added."]);
    expect(await rowOf(id)).toMatchObject(kept);
    expect(await audited()).toEqual({ action: "customer.add", subject: id, userName: "Cora Counter" });
  });

  it("is changed, and no other", async () => {
    const [{ customer }, beside] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    const done = await press(odd.counter, actions.editCustomer, { id: customer.id, ...typed });
    expect(done).toMatchObject({ to: `/${odd.slug}/customers/${customer.id}`, message: "Saved." });
    expect(await rowOf(customer.id)).toMatchObject(kept);
    expect((await rowOf(beside.customer.id)).name).toBe("Ann Example");
    expect(await audited()).toMatchObject({ action: "customer.edit", subject: customer.id });
  });

  it("is archived and comes back, and no other", async () => {
    const [{ customer }, beside] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    const { id } = customer;
    const gone = await press(odd.counter, actions.archiveCustomer, { id });
    expect(gone).toEqual({
      message: "Archived. You find the customer under Archived, and can bring them back.",
    });
    expect(await audited()).toMatchObject({ action: "customer.archive", subject: id });
    expect((await rowOf(id)).archivedAt?.getTime()).toBeGreaterThan(Date.now() - 600_000);
    expect((await rowOf(beside.customer.id)).archivedAt).toBeNull();
    await press(odd.counter, actions.archiveCustomer, { id: beside.customer.id });
    const back = await press(odd.counter, actions.restoreCustomer, { id });
    expect(back).toEqual({ message: "Back among your customers." });
    expect(await audited()).toMatchObject({ action: "customer.restore", subject: id });
    expect((await rowOf(id)).archivedAt).toBeNull();
    expect((await rowOf(beside.customer.id)).archivedAt).not.toBeNull();
  });
});

describe("a vehicle", () => {
  const keptCar = { ...car, year: 2003, plate: "QX71ZB" };

  it("is added to its customer as typed", async () => {
    const { customer } = await mintJob(odd.inShop);
    const values = { customerId: customer.id, ...car };
    const done = await press(odd.counter, actions.addVehicle, values);
    expect(done).toMatchObject({
      to: `/${odd.slug}/customers/${customer.id}`,
      message: "The vehicle is added.",
    });
    const { action, subject } = await lastAudit(kernel, odd.shop);
    expect(action).toBe("vehicle.add");
    expect(await carOf(subject ?? "")).toMatchObject({ ...keptCar, customerId: customer.id });
    const nobody = await press(odd.counter, actions.addVehicle, { ...values, customerId: odd.shop });
    expect(nobody.status).toBe(404);
  });

  it("is changed, no other, and never another customer's", async () => {
    const [{ customer, vehicle }, beside] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    const values = { id: vehicle.id, customerId: customer.id, ...car };
    expect(await press(odd.counter, actions.editVehicle, values)).toMatchObject({
      to: `/${odd.slug}/customers/${customer.id}`,
      message: "Saved.",
    });
    expect(await carOf(vehicle.id)).toMatchObject({ ...keptCar, customerId: customer.id });
    expect(await audited()).toMatchObject({ action: "vehicle.edit", subject: vehicle.id });
    expect((await carOf(beside.vehicle.id)).model).toBe("Fit");
    const theirs = { ...values, id: beside.vehicle.id };
    expect((await press(odd.counter, actions.editVehicle, theirs)).status).toBe(404);
    expect((await carOf(beside.vehicle.id)).model).toBe("Fit");
    const read = (customerId: string) => odd.inShop((db) => getVehicle(db, customerId, vehicle.id));
    expect(await read(customer.id)).toMatchObject({ id: vehicle.id, customer: { id: customer.id } });
    await expect(read(beside.customer.id)).rejects.toThrow("Not found");
  });
});

describe("what is read of customers", () => {
  const at = { skip: 0, take: 50 };
  const list = (search = "", archived = false, slice = at) =>
    odd.inShop((db) => listCustomers(db, search, archived, slice));

  it("is a page by name, those archived apart, each with the newest vehicle", async () => {
    await open();
    const mint = async (name: string, customer = {}) =>
      (await mintJob(odd.inShop, { customer: { name, ...customer } })).customer.id;
    const cleo = await mint("Cleo");
    const abe = await mint("Abe");
    const beth = await mint("Beth");
    const gone = await mint("Aaron", { archivedAt: new Date() });
    const vehicle = { customerId: abe, year: 2020, make: "Kia", model: "Rio" };
    await odd.inShop((db) =>
      db.vehicle.createMany({
        data: [
          { ...vehicle, model: "Older", createdAt: new Date("2020-01-01") },
          { ...vehicle, model: "Newest", createdAt: new Date("2040-01-01") },
        ],
      }),
    );
    const all = await list();
    expect([idsOf(all.rows), all.total]).toEqual([[abe, beth, cleo], 3]);
    expect(all.rows[0]?.vehicles.map(({ model }) => model)).toEqual(["Newest"]);
    const archived = await list("", true);
    expect([idsOf(archived.rows), archived.total]).toEqual([[gone], 1]);
    const page = await list("", false, { skip: 1, take: 1 });
    expect([idsOf(page.rows), page.total]).toEqual([[beth], 3]);
  });

  it("is found by name, company, e-mail, phone, plate and VIN, from the start or the end", async () => {
    const customer = {
      name: "Zadie Quill",
      company: "Reed & Co",
      email: "z@marsh.example",
      phone: "+17375550163",
    };
    const vehicle = { plate: "QX71ZB", vin: "1HGCM82633A004352" };
    const { customer: zadie } = await mintJob(odd.inShop, { customer, vehicle });
    const found = async (search: string) => idsOf((await list(search)).rows);
    for (const search of [
      "zadie",
      "REED &",
      "z@MARSH",
      "737",
      "(737) 555",
      "qx7",
      "qx-71",
      "71ZB",
      "3A004352",
    ])
      expect([search, await found(search)]).toEqual([search, [zadie.id]]);
    for (const search of ["37", "x7", "71Z"]) expect([search, await found(search)]).toEqual([search, []]);
    expect((await list("zadie", true)).total).toBe(0);
  });

  it("offers a few while typing: those that begin so by name, then the others, none archived", async () => {
    await open();
    const named = (names: string[], more = {}) =>
      odd.inShop((db) => db.customer.createMany({ data: names.map((name) => ({ name, ...more })) }));
    await named(["Amy Reed", "Reed B", "Reed A", "Bo Reed"], { phone: "+17375550163", company: "R" });
    await named(["Reed Gone"], { archivedAt: new Date() });
    const names = async () => (await odd.inShop((db) => searchCustomers(db, "reed"))).map(({ name }) => name);
    expect(await names()).toEqual(["Reed A", "Reed B", "Amy Reed", "Bo Reed"]);
    const [first] = await odd.inShop((db) => searchCustomers(db, "reed a"));
    expect(first).toEqual({ id: first?.id, name: "Reed A", phone: "+17375550163", company: "R" });
    await named(Array.from({ length: 8 }, (_, n) => `Reed C${n}`));
    expect(await names()).toEqual(["Reed A", "Reed B", ...Array.from({ length: 8 }, (_, n) => `Reed C${n}`)]);
    await named(["Reed 0"]);
    expect(await names()).toHaveLength(10);
  });

  it("is one customer with vehicles, quotes, jobs, invoices and consent, each the newest first, ten at most", async () => {
    const { customer, vehicle, quote, job } = await mintJob(odd.inShop, { vehicle: { plate: "CST1" } });
    const mine = { customerId: customer.id, vehicleId: vehicle.id };
    const day = (n: number) => new Date(Date.UTC(2040, 0, n));
    const ten = Array.from({ length: 11 }, (_, n) => ({ number: 90_000 + n, createdAt: day(n + 1) }));
    const validUntil = day(1);
    await odd.inShop(async (db) => {
      await db.quote.createMany({
        data: ten.map((row) => ({ ...row, ...mine, ...amounts, glassPosition: "door", validUntil })),
      });
      await db.job.createMany({
        data: ten.map((row) => ({ ...row, ...mine, quoteId: quote.id, scheduledOn: validUntil })),
      });
      await db.invoice.createMany({
        data: ten.map((row) => ({
          ...row,
          ...amounts,
          jobId: job.id,
          customerId: customer.id,
          issuedOn: validUntil,
        })),
      });
      await db.vehicle.create({
        data: { customerId: customer.id, year: 2020, make: "Kia", model: "Newest", createdAt: day(1) },
      });
      const consent = { customerId: customer.id, phone: "+17375550163", wording: "w", source: "s" };
      await db.textConsent.create({ data: { ...consent, given: true, at: day(1) } });
      await db.textConsent.create({ data: { ...consent, given: false, at: day(2) } });
    });
    const page = await odd.inShop((db) => getCustomer(db, customer.id));
    const numbers = ten
      .map(({ number }) => number)
      .reverse()
      .slice(0, 10);
    expect(page.quotes.map(({ number }) => number)).toEqual(numbers);
    expect(page.jobs.map(({ number }) => number)).toEqual(numbers);
    expect(page.invoices.map(({ number }) => number)).toEqual(numbers);
    expect(page.quotes[0]).toMatchObject({ vehicle: { plate: "CST1" } });
    expect(page.jobs[0]).toMatchObject({ vehicle: { plate: "CST1" } });
    expect(page.vehicles.map(({ model }) => model)).toEqual(["Newest", "Fit"]);
    expect(page.textConsents).toMatchObject([{ given: false }]);
  });
});

it("a VIN is read by its maker and patterns; one of a maker nobody knows, and one that is none, only by itself", async () => {
  const read = (vin: string) => odd.inShop((db) => vehicleOfVin(db, vin, 2026));
  expect(await read("1HGCM82633A004352")).toMatchObject({ year: 2003, make: "Honda" });
  const unknown = await read("ZZZCM82633A004352");
  expect(unknown.make).toBeFalsy();
  expect(unknown.year).toBe(2003);
  expect((await read("nonsense")).make).toBeFalsy();
});
