import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addDays, dateIn } from "@/lib/dates";
import { NewQuote } from "@/lib/domain/quotes/forms";
import { getQuote } from "@/lib/domain/quotes/queries";
import { create } from "@/lib/domain/quotes/verbs";
import { quote } from "@/lib/glass/pricing/quote";
import { REQUEST, WINDSHIELD } from "@/lib/glass/pricing/quote-fixtures";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { type Db, NotFound } from "@/lib/tenancy/tenancy";
import { mintCustomer, mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { loadPriceBook, type PriceBook, pricesFor, pricesInForce } from "../book";
import { SaveCosts } from "../costs";
import { NewPart } from "../overrides/override";
import { SaveProfile } from "../profiles/profile";
import { findProfile } from "../profiles/queries";
import { replaceProfile, startProfiles } from "../profiles/verbs";
import { NewTaxArea } from "../tax/area";
import { SaveTax } from "../tax/tax";
import { addTaxArea, replaceTax } from "../tax/verbs";
import { replaceCosts } from "../verbs";
import { getVersion, listVersions } from "./queries";
import { cancelVersion, goBack, recordChange } from "./verbs";
import type { Note } from "./version";

const zone = "America/Chicago";
const author = { userId: randomUUID(), userName: "Ann Owner", timeZone: zone } as Actor;
const today = dateIn(zone, new Date());
const later = addDays(today, 10);
const cash = {
  payer: "cash",
  laborMode: "hourly",
  laborCents: "60",
  kitCents: "25",
  mouldingCents: "42",
  clipCents: "2.25",
  calDynamicCents: "225",
  mobileCents: "35",
  disposalCents: "5",
  rules: [
    { pattern: "*", kind: "discount", value: "50", to: "2099-01-01" },
    { pattern: "DW*", kind: "tiered", value: "55%" },
  ],
};
const item = { id: "a", part: WINDSHIELD, grade: "aftermarket" as const, quantity: 1, costCents: null };
const totalBy = (book: PriceBook) => {
  const prices = pricesFor(book, "cash", null, null);
  return prices && quote({ ...REQUEST, items: [item] }, prices).totalCents;
};

let database: TestDatabase;
let kernel: Kernel;
beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());

/** A shop whose cash prices make the worked quote of $875.06, saved as versions unless `plain`. */
async function openShop({ plain = false } = {}) {
  const shop = await mintTenant(kernel);
  const run = <Result>(work: (db: Db) => Promise<Result>) => kernel.withTenant(shop, work);
  const change = (work: (db: Db) => Promise<unknown>, note: Partial<Note> = {}) =>
    run((db) =>
      recordChange(db, author, { reason: "", effectiveFrom: null, madeOn: null, ...note }, async () => {
        await work(db);
        return "saved";
      }),
    );
  const setLabor = (dollars: string) => async (db: Db) => {
    const version = (await findProfile(db, "cash"))?.version ?? "";
    await replaceProfile(db, SaveProfile.parse({ ...cash, version, laborCents: dollars }));
  };
  const taxes = {
    rates: [{ name: "Texas", rate: "8.25" }],
    taxableKinds: ["glass", "moulding", "hardware", "kit"],
  };
  const fill = async (db: Db) => {
    await setLabor("60")(db);
    await replaceTax(db, SaveTax.parse(taxes));
    await replaceCosts(db, SaveCosts.parse({ kitCostCents: "14" }));
    await db.partOverride.create({ data: NewPart.parse({ nagsNumber: "FW04771GTYN", costCents: "80" }) });
  };
  await (plain ? run(fill) : change(fill));
  const versions = async () => (await run((db) => listVersions(db, author, { skip: 0, take: 50 }))).rows;
  const total = (now?: Date) => run(async (db) => totalBy(await loadPriceBook(db, undefined, now)));
  return { shop, run, change, setLabor, versions, total };
}
const on = (day: string) => new Date(`${day}T18:00:00Z`);

describe("a change of prices", () => {
  it("is a version with its author, its reason and what changed", async () => {
    const { change, setLabor, versions } = await openShop();
    const done = await change(setLabor("80"), { reason: "Wages" });
    expect(done).toEqual({ result: "saved", unchanged: false, effectiveFrom: today, today });
    expect(await versions()).toMatchObject([
      {
        number: 2,
        userName: "Ann Owner",
        userId: author.userId,
        reason: "Wages",
        effectiveFrom: today,
        summary: "Cash labor: $60.00 an hour → $80.00 an hour",
        state: "in force",
      },
      { number: 1, state: "earlier" },
    ]);
  });

  it("never undoes unseen what was saved since its form was opened", async () => {
    const { change, versions } = await openShop();
    const tax = (rate: string) => (db: Db) =>
      replaceTax(db, SaveTax.parse({ rates: [{ name: "Texas", rate }], taxableKinds: ["glass"] }));
    const costs = (kitCostCents: string) => (db: Db) => replaceCosts(db, SaveCosts.parse({ kitCostCents }));
    await change(tax("6.25"), { madeOn: 1 });
    await change(costs("15"), { madeOn: 1 });
    await expect(change(tax("8.25"), { madeOn: 1 })).rejects.toThrow(
      "Tax Texas was changed meanwhile, in another window or by somebody else, from 8.25% to 6.25%.",
    );
    expect(await versions()).toHaveLength(3);
    await change(tax("8.25"), { madeOn: 3 });
    expect(await versions()).toHaveLength(4);
  });

  it("leaves nothing behind when it is refused", async () => {
    const { change, versions, total } = await openShop();
    const failing = change(async (db) => {
      await replaceTax(db, SaveTax.parse({}));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await versions()).toHaveLength(1);
    expect(await total()).toBe(87_506);
  });

  it("holds from its day on, by the shop's calendar, and no job has to run", async () => {
    const { change, setLabor, versions, total } = await openShop();
    const done = await change(setLabor("80"), { effectiveFrom: later });
    expect(done).toMatchObject({ unchanged: false, effectiveFrom: later, today });
    expect(await total()).toBe(87_506);
    expect(await total(on(addDays(later, -1)))).toBe(87_506);
    // Chicago is behind UTC: at 03:00 UTC the day before is not over there.
    expect(await total(new Date(`${later}T03:00:00Z`))).toBe(87_506);
    expect(await total(new Date(`${later}T07:00:00Z`))).toBe(92_506);
    expect((await versions()).map((row) => row.state)).toEqual(["scheduled", "in force"]);
  });

  it("keeps the prices of a shop that had no versions until a scheduled change comes", async () => {
    const { change, setLabor, versions, total, run } = await openShop({ plain: true });
    expect((await run((db) => pricesInForce(db))).version).toBeNull();
    await change(setLabor("80"), { effectiveFrom: later });
    expect(await versions()).toMatchObject([
      { number: 2, state: "scheduled" },
      { number: 1, state: "in force", userId: null, summary: "The prices as they stood" },
    ]);
    expect([await total(), await total(on(later))]).toEqual([87_506, 92_506]);
  });

  it("is not in force before its day in a shop that had no prices at all", async () => {
    const shop = await mintTenant(kernel);
    const note = { reason: "", effectiveFrom: later, madeOn: null };
    await kernel.withTenant(shop, (db) =>
      recordChange(db, author, note, async () => {
        await startProfiles(db);
        return {};
      }),
    );
    const cashOn = (now?: Date) =>
      kernel.withTenant(shop, async (db) => (await loadPriceBook(db, [], now)).cash);
    expect(await cashOn()).toBeNull();
    expect((await cashOn(on(later)))?.name).toBe("Cash (starting prices)");
  });

  it("is made on all that went before, also when two are saved at once", async () => {
    const { change, setLabor, total, versions } = await openShop();
    await Promise.all([
      change(setLabor("80")),
      change((db) => replaceTax(db, SaveTax.parse({ rates: [], taxableKinds: [] }))),
    ]);
    expect((await versions()).map((row) => row.number)).toEqual([3, 2, 1]);
    expect(await total()).toBe(89_000);
  });
});

it("what changes nothing makes no version, and says so", async () => {
  const { change, setLabor, versions } = await openShop();
  await change(setLabor("80"));
  expect(await change(setLabor("80"))).toMatchObject({ unchanged: true });
  expect((await versions()).map((row) => row.number)).toEqual([2, 1]);
  const promo = { pattern: "DW*", kind: "discount", value: "60", from: later };
  const save = (rules: object[]) => async (db: Db) => {
    const version = (await findProfile(db, "cash"))?.version ?? "";
    await replaceProfile(db, SaveProfile.parse({ ...cash, version, rules }));
  };
  await change(save([...cash.rules, promo]));
  for (let again = 0; again < 4; again++)
    expect(await change(save([promo, ...cash.rules]))).toMatchObject({
      unchanged: true,
    });
  expect((await versions()).map((row) => row.number)).toEqual([3, 2, 1]);
});

describe("what waits for its day", () => {
  it("is what the next change is made on, and called off from the top", async () => {
    const { change, setLabor, versions, total, run } = await openShop();
    await change(setLabor("80"), { effectiveFrom: later });
    await expect(change(setLabor("90"), { effectiveFrom: today })).rejects.toThrow("Version 2 waits for");
    await change((db) => replaceTax(db, SaveTax.parse({})));
    const [third, second, first] = await versions();
    expect(third?.effectiveFrom).toBe(later);
    const cancel = (row: { id: string } | undefined) => run((db) => cancelVersion(db, author, row?.id ?? ""));
    await expect(run((db) => goBack(db, author, first?.id ?? ""))).rejects.toThrow("Version 3 waits for");
    await expect(cancel(second)).rejects.toThrow("Cancel version 3 first");
    await expect(cancel(first)).rejects.toThrow("Its day has come");
    await cancel(third);
    await expect(cancel(third)).rejects.toThrow("cancelled already");
    expect([await total(), await total(on(later))]).toEqual([87_506, 92_506]);
    await cancel(second);
    expect((await versions()).map((row) => row.state)).toEqual(["cancelled", "cancelled", "in force"]);
    expect(await total(on(later))).toBe(87_506);
    expect((await run((db) => findProfile(db, "cash")))?.profile.labor?.cents).toBe(6_000);
    await change(setLabor("70"));
    const [fourth] = await versions();
    expect(fourth).toMatchObject({ number: 4, summary: "Cash labor: $60.00 an hour → $70.00 an hour" });
    expect(await run((db) => getVersion(db, author, fourth?.id ?? ""))).toMatchObject({ before: 1 });
  });
});

describe("going back", () => {
  it("restores every price to the cent, as a new version", async () => {
    const { change, setLabor, versions, total, run } = await openShop();
    const book = () => run((db) => loadPriceBook(db));
    const asItWas = await book();
    const [first] = await versions();
    await change(setLabor("80"));
    await change(async (db) => {
      await replaceTax(db, SaveTax.parse({}));
      await replaceCosts(db, SaveCosts.parse({}));
      await db.partOverride.deleteMany();
    });
    expect(await total()).not.toBe(87_506);
    await run((db) => goBack(db, author, first?.id ?? ""));
    expect(await book()).toEqual(asItWas);
    expect(await total()).toBe(87_506);
    const [fourth] = await versions();
    expect(fourth).toMatchObject({
      number: 4,
      restoredFrom: 1,
      reason: "Back to version 1",
      state: "in force",
    });
  });

  it("leaves out the prices of an insurer that is listed no more; one that has prices stays listed", async () => {
    const { change, versions, run } = await openShop();
    const insurer = await kernel.withSystem((db) => db.insurer.create({ data: { name: randomUUID() } }));
    const strike = () => kernel.withSystem((db) => db.insurer.delete({ where: { id: insurer.id } }));
    const theirs = SaveProfile.parse({ ...cash, payer: "insurer", insurerId: insurer.id });
    await change((db) => replaceProfile(db, theirs));
    await expect(strike()).rejects.toThrow(NotFound);
    await change((db) => db.pricingProfile.deleteMany({ where: { insurerId: insurer.id } }));
    await strike();
    const [, second] = await versions();
    await change(async (db) => replaceTax(db, SaveTax.parse({})));
    await run((db) => goBack(db, author, second?.id ?? ""));
    expect(await run((db) => db.pricingProfile.findMany({ select: { payer: true } }))).toEqual([
      { payer: "cash" },
    ]);
    expect((await run((db) => loadPriceBook(db))).jurisdictions).toHaveLength(1);
  });

  it("leaves a saved quote as it is, and shows what its work would cost", async () => {
    const { shop, change, setLabor, versions, run } = await openShop();
    const { customer, vehicle } = await mintCustomer(kernel, shop);
    const typed = { customerId: customer.id, vehicleId: vehicle.id, work: "windshield", nags: "DW02501GTYN" };
    const form = NewQuote.parse({ ...typed, place: "mobile", payer: "cash" });
    const { id } = await run((db) => create(db, form, author));
    const read = () => run((db) => getQuote(db, id));
    const made = await read();
    expect(made).toMatchObject({ totalCents: 87_506, priceVersion: 1 });
    await change(setLabor("80"));
    const [second, first] = await versions();
    const tried = async (id = "") => (await run((db) => getVersion(db, author, id))).quotes;
    expect(await tried(second?.id)).toMatchObject([{ id, thenCents: 87_506, nowCents: 92_506 }]);
    expect(await tried(first?.id)).toMatchObject([{ thenCents: 87_506, nowCents: 87_506 }]);
    await run((db) => goBack(db, author, first?.id ?? ""));
    expect(await read()).toEqual(made);
  });
});

it("a quote is tried where its work is: in the state of the ZIP code, also for a customer of whom none is known", async () => {
  const { shop, change, versions, run } = await openShop();
  await kernel.withSystem((db) => db.tenant.update({ where: { id: shop }, data: { state: "TX" } }));
  const taxed = (name: string, rate: string) => (db: Db) =>
    addTaxArea(
      db,
      NewTaxArea.parse({ name, state: name, rates: [{ name, rate }], taxableKinds: ["glass", "labour"] }),
    );
  await change(taxed("OK", "20"));
  await change(taxed("TX", "10"));
  const { customer, vehicle } = await mintCustomer(kernel, shop);
  const typed = { customerId: customer.id, vehicleId: vehicle.id, work: "windshield", nags: "DW02501GTYN" };
  const form = { ...typed, place: "mobile", payer: "cash" };
  await run((db) => create(db, NewQuote.parse({ ...form, workZip: "73101" }), author));
  await run((db) => create(db, NewQuote.parse(form), author));
  const [newest] = await versions();
  const { quotes } = await run((db) => getVersion(db, author, newest?.id ?? ""));
  // $324.00 of glass and $150.00 of labor are taxed, of $840.00.
  expect(quotes).toMatchObject([
    { thenCents: 88_740, nowCents: 88_740 },
    { thenCents: 93_480, nowCents: 93_480 },
  ]);
});

it("another shop's version is none at all", async () => {
  const { versions, total } = await openShop();
  const [theirs] = await versions();
  const id = theirs?.id ?? "";
  const other: TenantId = await mintTenant(kernel);
  const reach = <Result>(work: (db: Db) => Promise<Result>) => kernel.withTenant(other, work);
  await expect(reach((db) => getVersion(db, author, id))).rejects.toThrow(NotFound);
  await expect(reach((db) => goBack(db, author, id))).rejects.toThrow(NotFound);
  await expect(reach((db) => cancelVersion(db, author, id))).rejects.toThrow(NotFound);
  expect(await reach((db) => listVersions(db, author, { skip: 0, take: 50 }))).toMatchObject({
    rows: [],
    total: 0,
  });
  expect(await total()).toBe(87_506);
});
