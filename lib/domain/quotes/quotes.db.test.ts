import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { partNumbered, partsFor } from "@/lib/domain/catalog/desk-parts";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { type Db, NotFound } from "@/lib/tenancy/tenancy";
import { mintCustomer, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { editionOf } from "./edition";
import { BookQuote, EditQuote, NewQuote } from "./forms";
import { customerAtDesk, getQuote, listQuotes } from "./queries";
import { book, create, lose, reopen, revise, send } from "./verbs";

const TODAY = "2026-11-21";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let other: TenantId;
const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
// The clock of the verbs is all they take from the actor.
const actor = { timeZone: "America/Chicago" } as Actor;
const page = { skip: 0, take: 50 };

const typed = {
  customerName: "Nora Caller",
  phone: "512 555 0177",
  year: "2021",
  make: "toyota",
  model: "rav 4",
  work: "windshield",
  nags: "dw2501 gtyn",
  place: "mobile",
  payer: "cash",
};
const make = (form: object) => inShop((db) => create(db, NewQuote.parse(form), actor));
const read = (id: string) => inShop((db) => getQuote(db, id));
const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
const booking = (id: string, more = {}) =>
  inShop((db) =>
    book(db, BookQuote.parse({ id, day: tomorrow, timeWindow: "am", street: "1 Demo Way", ...more }), actor),
  );

async function furnish(db: Db) {
  const discount = (pattern: string, bps: number) => ({ pattern, kind: "discount", bps });
  const both = { laborMode: "hourly", mouldingCents: 4_200, calDynamicCents: 22_500 };
  const cash = { ...both, name: "Cash", payer: "cash", laborCents: 6_000, kitCents: 2_500, clipCents: 225 };
  await db.pricingProfile.create({
    data: {
      ...cash,
      mobileCents: 3_500,
      disposalCents: 500,
      chipFirstCents: 8_900,
      rules: { create: [discount("DW*", 5_500)] },
    },
  });
  const insurance = { ...both, name: "Insurance", payer: "insurance", laborCents: 4_200, kitCents: 2_000 };
  await db.pricingProfile.create({
    data: { ...insurance, calDynamicCents: 25_000, rules: { create: [discount("DW*", 4_100)] } },
  });
  await db.taxRate.create({ data: { name: "Texas and Austin", ratePpm: 82_500 } });
  await db.shopSettings.create({
    data: { kitCostCents: 1_400, mouldingCostCents: 2_400, clipCostCents: 75 },
  });
  await db.partOverride.create({ data: { nagsNumber: "DW02501GTYN", costCents: 16_800 } });
}

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  other = await mintTenant(kernel);
  await inShop(furnish);
});
afterAll(() => database.close());

describe("the shared catalog at the desk", () => {
  it("finds a vehicle's parts however it is spelled", async () => {
    const car = { year: 2021, make: "Toyota", model: "RAV4", bodyStyle: "" };
    const parts = await inShop((db) => partsFor(db, car, TODAY));
    const loose = await inShop((db) => partsFor(db, { ...car, make: "TOYOTA", model: "rav-4" }, TODAY));
    expect(parts.filter((part) => part.glassPosition === "windshield").length).toBeGreaterThan(1);
    expect(loose).toEqual(parts);
    expect(await inShop((db) => partsFor(db, { ...car, model: "Nothing" }, TODAY))).toEqual([]);
  });

  it("takes a number without its tail where only one part has it", async () => {
    expect(await inShop((db) => partNumbered(db, "dw 2501", TODAY))).toMatchObject({
      nagsNumber: "DW02501GTYN",
    });
    expect(await inShop((db) => partNumbered(db, "DW99999", TODAY))).toBeNull();
  });
});

describe("a quote", () => {
  it("comes with its new customer and vehicle, priced to the cent of the worked cash quote", async () => {
    const { id } = await make(typed);
    const quote = await read(id);
    expect(quote).toMatchObject({ status: "draft", totalCents: 87_506, taxCents: 3_506, costCents: 22_300 });
    expect(quote.customer).toMatchObject({ name: "Nora Caller", phone: "+15125550177" });
    expect(quote.vehicle).toMatchObject({ make: "Toyota", model: "RAV4" });
    expect(quote.lines.map((line) => line.kind)[0]).toBe("glass");
    expect(quote.reviews).toEqual([]);
  });

  it("splits the worked insurance quote between insurer and customer", async () => {
    const insurer = await inShop((db) => db.insurer.findFirstOrThrow());
    const paid = { ...typed, place: "shop", payer: "insurance", insurerId: insurer.id, deductible: "100" };
    const { id } = await make(paid);
    // Clips and disposal, which that insurer does not pay, are not billed by its profile.
    expect(await read(id)).toMatchObject({ totalCents: 90_361, insurerCents: 80_361, customerCents: 10_000 });
  });

  it("is priced and taxed by who the customer is and where the work is done", async () => {
    const mine = await mintTenant(kernel);
    const run = <Result>(work: (db: Db) => Promise<Result>) => kernel.withTenant(mine, work);
    await run(furnish);
    const until = new Date("2020-01-01T00:00:00Z");
    const { customer } = await mintCustomer(kernel, mine);
    await run(async (db) => {
      await db.tenant.updateMany({ data: { zip: "78701", state: "TX" } });
      const rings = { mode: "rings", rings: [{ upToMiles: 10, cents: 1_000 }], beyondCentsPerMile: 100 };
      await db.pricingProfile.create({
        data: {
          name: "Fleet accounts",
          payer: "account",
          accountType: "fleet",
          laborCents: 1,
          mobile: rings,
        },
      });
      const rates = [{ name: "Round Rock", ratePpm: 100_000 }];
      await db.taxArea.create({
        data: { name: "Round Rock", zips: ["78664"], rates, taxableKinds: ["glass"] },
      });
      const exempt = { taxExempt: true, taxCertificate: "12-345", taxCertificateUntil: until };
      await db.customer.updateMany({
        where: { id: customer.id },
        data: { accountType: "fleet", ...exempt },
      });
    });
    const form = { ...typed, customerId: customer.id, workZip: "78664" };
    const made = async (more: object) => {
      const { id } = await run((db) => create(db, NewQuote.parse({ ...form, ...more }), actor));
      return run((db) => getQuote(db, id));
    };
    const byZip = await made({});
    const mobile = byZip.lines.find((line) => line.kind === "mobile");
    expect(mobile?.rule).toBe("Fleet accounts: mobile 10 mi, then $1.00 a mile");
    expect(mobile?.totalCents).toBeGreaterThan(1_500);
    expect(byZip.lines.find((line) => line.kind === "labour")?.layer).toBe("profile");
    expect(byZip.taxCents).toBe(3_240);
    expect(byZip.taxNote).toMatch(/certificate 12-345 expired .* Taxed as in Round Rock\.$/);
    const told = await made({ workMiles: "4" });
    expect(told.lines.find((line) => line.kind === "mobile")?.totalCents).toBe(1_000);
    await run((db) => db.customer.updateMany({ data: { taxCertificateUntil: null } }));
    const exempt = await made({});
    expect([exempt.taxCents, exempt.taxNote]).toEqual([0, "Tax exempt: certificate 12-345."]);
  });

  it("keeps its prices when the shop's change, until it is edited", async () => {
    const { id } = await make(typed);
    await inShop((db) =>
      db.pricingProfile.updateMany({ where: { name: "Cash" }, data: { disposalCents: 900 } }),
    );
    expect((await read(id)).totalCents).toBe(87_506);
    await inShop((db) => revise(db, EditQuote.parse({ ...typed, id }), actor));
    expect((await read(id)).totalCents).toBe(87_906);
    await inShop((db) =>
      db.pricingProfile.updateMany({ where: { name: "Cash" }, data: { disposalCents: 500 } }),
    );
  });

  it("needs review without a part, and neither goes out nor gets booked so", async () => {
    const { id } = await make({ ...typed, nags: "" });
    expect((await read(id)).reviews[0]).toMatch(/No part number/);
    await expect(inShop((db) => send(db, id, actor))).rejects.toThrow(/no price/);
    await expect(booking(id)).rejects.toThrow(/no price/);
  });

  it("leaves nothing behind when it can't be saved", async () => {
    const form = {
      ...typed,
      customerName: "Never Saved",
      payer: "insurance",
      insurerId: crypto.randomUUID(),
    };
    await expect(make(form)).rejects.toThrow();
    expect(await inShop((db) => db.customer.count({ where: { name: "Never Saved" } }))).toBe(0);
  });
});

describe("another shop's ids", () => {
  it("are not found: customer, vehicle and quote", async () => {
    const theirs = await mintCustomer(kernel, other);
    const mine = await mintCustomer(kernel, shop, "Ann Mine");
    const notFound = expect.objectContaining({ name: "NotFound" });
    await expect(make({ ...typed, customerId: theirs.customer.id })).rejects.toEqual(notFound);
    const mixed = { ...typed, customerId: mine.customer.id, vehicleId: theirs.vehicle.id };
    await expect(make(mixed)).rejects.toEqual(notFound);
    const { id } = await make(typed);
    const elsewhere = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(other, run);
    for (const verb of [
      (db: Db) => getQuote(db, id),
      (db: Db) => send(db, id, actor),
      (db: Db) => lose(db, id, "Theirs"),
      (db: Db) => reopen(db, id),
      (db: Db) => customerAtDesk(db, mine.customer.id),
    ])
      await expect(elsewhere(verb as (db: Db) => Promise<unknown>)).rejects.toBeInstanceOf(NotFound);
    expect((await elsewhere((db) => listQuotes(db, "", null, page))).total).toBe(0);
  });
});

describe("the way of a quote", () => {
  it("becomes a job with its number, once", async () => {
    const { id, number } = await make(typed);
    await inShop((db) => send(db, id, actor));
    const [first, second] = await Promise.allSettled([booking(id), booking(id)]);
    expect([first?.status, second?.status].sort()).toEqual(["fulfilled", "rejected"]);
    const quote = await read(id);
    expect(quote.status).toBe("accepted");
    expect(quote.jobs).toMatchObject([
      { number, status: "scheduled", place: "mobile", street: "1 Demo Way" },
    ]);
    await expect(inShop((db) => lose(db, id, "Price too high"))).rejects.toThrow(/any more/);
  });

  it("asks a mobile job's street, and for no day gone by", async () => {
    const { id } = await make(typed);
    await expect(booking(id, { street: undefined })).rejects.toMatchObject({ field: "street" });
    await expect(booking(id, { day: "2020-01-01" })).rejects.toMatchObject({ field: "day" });
  });

  it("is a draft again when what was sent is changed", async () => {
    const { id } = await make(typed);
    await inShop((db) => send(db, id, actor));
    expect(await inShop((db) => revise(db, EditQuote.parse({ ...typed, id, place: "shop" }), actor))).toBe(
      "sent",
    );
    expect(await read(id)).toMatchObject({ status: "draft", totalCents: 84_006 });
  });

  it("is changed by one at a time: who opened it before another saved does not write over it", async () => {
    const { id } = await make(typed);
    const edition = editionOf(await read(id));
    const edit = (notes: string) =>
      inShop((db) => revise(db, EditQuote.parse({ ...typed, id, notes, edition }), actor));
    await edit("Gate code 12");
    await expect(edit("Call first")).rejects.toThrow(/meanwhile/);
    expect((await read(id)).notes).toBe("Gate code 12");
    const sent = editionOf(await read(id));
    await inShop((db) => send(db, id, actor));
    const unaware = EditQuote.parse({ ...typed, id, edition: sent });
    await expect(inShop((db) => revise(db, unaware, actor))).rejects.toThrow(/sent meanwhile/);
  });

  it("is lost with a reason, and comes back without", async () => {
    const { id, number } = await make(typed);
    await expect(inShop((db) => lose(db, id, "Made up"))).rejects.toMatchObject({ field: "reason" });
    await inShop((db) => lose(db, id, "Price too high"));
    expect((await inShop((db) => listQuotes(db, `#${number}`, "lost", page))).rows).toMatchObject([{ id }]);
    await expect(inShop((db) => revise(db, EditQuote.parse({ ...typed, id }), actor))).rejects.toThrow(
      /any more/,
    );
    await inShop((db) => reopen(db, id));
    expect(await read(id)).toMatchObject({ status: "draft", lostReason: "" });
  });
});
