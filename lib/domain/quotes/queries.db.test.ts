import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, midnightOf } from "@/lib/dates";
import {
  partNumbered,
  partsFor,
  partsNumbered,
  spellingOf,
  withStock,
} from "@/lib/domain/catalog/desk-parts";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TestDatabase } from "@/tests/support/database";
import { type Furnished, idsOf, mintFurnished, mintJob, openFurnished } from "@/tests/support/furnished";
import { brandPreferences, customerAtDesk, listQuotes, openDesk, reasons, versionOf } from "./queries";
import type { QuoteList } from "./quote";

let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
});
afterAll(() => database.close());

describe("the list of quotes", () => {
  const at = { skip: 0, take: 50 };
  const list = (name: QuoteList | null, search = "", slice = at) =>
    odd.inShop((db) => listQuotes(db, search, name, slice));
  const mint = async (quote: object, more = {}) => (await mintJob(odd.inShop, { quote, ...more })).quote;
  const on = (day: number) => new Date(Date.UTC(2026, 0, day));

  it("is the newest first, of one state, of those to approve, or all; by the page", async () => {
    const draft = await mint({ createdAt: on(4), approval: "needed" });
    const sent = await mint({ status: "sent", createdAt: on(1), approval: "needed" });
    const twin = await mint({ status: "sent", createdAt: on(1), approval: "approved" });
    const accepted = await mint({ status: "accepted", createdAt: on(3), approval: "needed" });
    const lost = await mint({ status: "lost", createdAt: on(2), approval: "needed" });
    const all = [draft, accepted, lost, twin, sent];
    const of = async (name: QuoteList | null) => {
      const { rows, total } = await list(name);
      expect(total).toBe(rows.length);
      return idsOf(rows);
    };
    expect(await of(null)).toEqual(idsOf(all));
    expect(await of("draft")).toEqual([draft.id]);
    expect(await of("sent")).toEqual(idsOf([twin, sent]));
    expect(await of("accepted")).toEqual([accepted.id]);
    expect(await of("lost")).toEqual([lost.id]);
    expect(await of("approve")).toEqual(idsOf([draft, sent]));
    const page = await list(null, "", { skip: 1, take: 2 });
    expect([idsOf(page.rows), page.total]).toEqual([idsOf(all.slice(1, 3)), 5]);
    expect(page.rows[0]).toMatchObject({
      customer: { name: "Ann Example" },
      vehicle: { make: "Honda", model: "Fit" },
      validUntil: "2031-05-17",
    });
  });

  it("is searched by name, number, phone and plate, from the start or the end", async () => {
    const told = { customer: { name: "Zadie Quill", phone: "+17375550163" }, vehicle: { plate: "QX71ZB" } };
    const { id, number } = await mint({ status: "sent" }, told);
    const long = await mint({ number: 123_456_789 });
    const found = async (search: string) => idsOf((await list(null, search)).rows);
    for (const search of ["zadie", `${number}`, `#${number}`, "0163", "(737) 555", "qx7", "QX-71", "71ZB"])
      expect([search, await found(search)]).toEqual([search, [id]]);
    for (const search of ["016", "x7", "71Z", "1234567890", `${number}x`])
      expect([search, await found(search)]).toEqual([search, []]);
    expect(await found("123456789")).toEqual([long.id]);
    expect((await list("sent", "zadie")).total).toBe(1);
    expect((await list("lost", "zadie")).total).toBe(0);
  });
});

describe("what the desk reads", () => {
  it("is the version a quote was made by, where one was kept", async () => {
    const { id } = await odd.inShop((db) =>
      db.priceVersion.create({ data: { number: 7, effectiveFrom: midnightOf("2026-01-01"), snapshot: {} } }),
    );
    const of = (priceVersion: number | null) => odd.inShop((db) => versionOf(db, { priceVersion }));
    expect([await of(7), await of(8), await of(null)]).toEqual([id, null, null]);
  });

  it("is the reasons of one kind, by name", async () => {
    await odd.inShop((db) =>
      db.reasonCode.createMany({
        data: [
          { kind: "lost", label: "A first reason" },
          { kind: "discount", label: "A discount's reason" },
        ],
      }),
    );
    const lost = await odd.inShop((db) => reasons(db, "lost"));
    expect(lost[0]).toBe("A first reason");
    expect(lost).toEqual(lost.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(lost).not.toContain("A discount's reason");
    expect(await odd.inShop((db) => reasons(db, "discount"))).toContain("A discount's reason");
  });

  it("is a customer with what makes their price, and the newest twelve of their cars", async () => {
    const tax = { taxExempt: true, taxCertificate: "TX-7", taxCertificateUntil: midnightOf("2031-07-03") };
    const home = { state: "NM", zip: "87501", accountType: "fleet", phone: "+15055550163" };
    const { customer } = await mintJob(odd.inShop, {
      customer: { ...tax, ...home },
      vehicle: { createdAt: new Date(0) },
    });
    const car = {
      year: 2003,
      make: "Honda",
      model: "Accord",
      bodyStyle: "Coupe",
      trim: "EX",
      plate: "QX71ZB",
    };
    await odd.inShop((db) =>
      db.vehicle.createMany({
        data: Array.from({ length: 12 }, (_, n) => ({
          ...car,
          customerId: customer.id,
          trim: `EX ${n}`,
          vin: "1HGCM82633A004352",
          createdAt: new Date(Date.UTC(2026, 0, n + 1)),
        })),
      }),
    );
    const desk = await odd.inShop((db) => customerAtDesk(db, customer.id));
    const { vehicles, ...facts } = desk;
    expect(facts).toEqual({
      id: customer.id,
      name: "Ann Example",
      ...home,
      ...tax,
      taxCertificateUntil: "2031-07-03",
    });
    expect(vehicles.map(({ trim }) => trim)).toEqual(Array.from({ length: 12 }, (_, n) => `EX ${11 - n}`));
    expect(vehicles[0]).toEqual({ ...car, trim: "EX 11", id: vehicles[0]?.id });
    const { customer: plain } = await mintJob(odd.inShop);
    expect((await odd.inShop((db) => customerAtDesk(db, plain.id))).taxCertificateUntil).toBeNull();
  });

  it("is prices, makers, insurers by name and the shop's state and day; costs for who may see them", async () => {
    odd = await mintFurnished(database, kernel);
    const liked = { glassPosition: "door", grade: "oem", brands: ["Acme", "Zen"] };
    await odd.inShop((db) => db.brandPreference.create({ data: liked }));
    expect(await odd.inShop(brandPreferences)).toEqual([liked]);
    const desk = (seesCost: boolean) => odd.inShop((db) => openDesk(db, odd.owner.timeZone, seesCost));
    const { insurers, book, ...rest } = await desk(true);
    expect(rest).toEqual({ today: odd.today, seesCost: true, brands: [liked], state: "TX" });
    expect(book.cash?.labor?.cents).toBe(6_137);
    expect(book.costs.kitCents).toBe(1_407);
    expect(book.partOverrides).toEqual([]);
    const mine = insurers.filter(({ label }) => label.endsWith(odd.slug));
    expect(mine).toEqual(
      [odd.insurers[1], odd.insurers[0]].map(({ id, name }) => ({ value: id, label: name })),
    );
    const closed = await desk(false);
    expect([closed.seesCost, closed.book.costs.kitCents]).toEqual([false, null]);
    await odd.inShop((db) => db.tenant.updateMany({ data: { state: "" } }));
    expect((await desk(true)).state).toBeNull();
  });
});

describe("the catalog at the desk", () => {
  const today = "2031-03-04";
  const part = (nagsNumber: string, more = {}) => ({
    nagsNumber,
    prefix: "DW",
    number: nagsNumber.slice(2, 7),
    glassPosition: "windshield",
    description: `Glass ${nagsNumber}`,
    ...more,
  });
  const car = { year: 2017, make: "Oddmobile", model: "Mark-7", bodyStyle: "" };
  const numbers = async (more: Partial<typeof car> = {}) =>
    (await odd.inShop((db) => partsFor(db, { ...car, ...more }, today))).map(({ nagsNumber }) => nagsNumber);
  const numbered = async (typed: string) =>
    (await odd.inShop((db) => partsNumbered(db, typed, today))).map(({ nagsNumber }) => nagsNumber);
  const full = {
    listPriceCents: 71_123,
    listEffectiveFrom: midnightOf("2031-03-05"),
    listPriceBeforeCents: 70_017,
    laborMinutes: 137,
    kitHalves: 3,
    mouldingRequired: true,
    clipsQty: 5,
    calibration: "dual",
    side: "left",
    features: ["hud"],
    supersededBy: "DW08801GTYN",
  };

  beforeAll(async () => {
    odd = await mintFurnished(database, kernel);
    await odd.inShop(async (db) => {
      const fits = { make: "Oddmobile", model: "Mark-7", yearFrom: 2015, yearTo: 2019 };
      for (const [row, fit] of [
        [part("DW08802GTYN", full), {}],
        [part("DW08801GTYN"), {}],
        [part("DW08803GTYN"), { bodyStyle: "4 Door Sedan" }],
        [part("DW08804GTYN"), { bodyStyle: "Coupe" }],
        [part("DW08805GTYN"), { yearFrom: 2018 }],
        [part("OWN-17", { prefix: "", number: "OWN17" }), { yearTo: 2016 }],
      ] as const) {
        const { id } = await db.part.create({ data: row });
        await db.partFit.create({ data: { ...fits, ...fit, partId: id } });
      }
      await db.part.create({ data: part("DW08801GBYN") });
      await db.part.create({ data: part("DW08811GTYN") });
    });
  });

  it("has what fits a year, a body or any, in order of numbers, each with all that the desk shows", async () => {
    expect(await numbers()).toEqual(["DW08801GTYN", "DW08802GTYN", "DW08803GTYN", "DW08804GTYN"]);
    expect(await numbers({ bodyStyle: "sedan" })).toEqual(["DW08801GTYN", "DW08802GTYN", "DW08803GTYN"]);
    expect(await numbers({ bodyStyle: "2 door coupe" })).toEqual([
      "DW08801GTYN",
      "DW08802GTYN",
      "DW08804GTYN",
    ]);
    for (const [year, count] of [
      [2014, 0],
      [2015, 5],
      [2016, 5],
      [2018, 5],
      [2019, 5],
      [2020, 0],
    ] as const)
      expect([year, (await numbers({ year })).length]).toEqual([year, count]);
    expect(await numbers({ make: "ODDMOBILE", model: "mark 7" })).toHaveLength(4);
    const [, second] = await odd.inShop((db) => partsFor(db, car, today));
    const { listEffectiveFrom: _, listPriceBeforeCents: __, ...shown } = full;
    expect(second).toEqual({
      nagsNumber: "DW08802GTYN",
      description: "Glass DW08802GTYN",
      glassPosition: "windshield",
      ...shown,
      listPriceCents: 70_017,
      demo: false,
      own: true,
      fits: true,
      stock: null,
    });
  });

  it("spells a vehicle as insurers want it, where it knows one", async () => {
    const spelled = (make: string, model: string) => odd.inShop((db) => spellingOf(db, { make, model }));
    expect(await spelled("oddmobile", "MARK 7")).toEqual({ make: "Oddmobile", model: "Mark-7" });
    expect(await spelled("toyota", "rav 4")).toEqual({ make: "Toyota", model: "RAV4" });
    expect([await spelled("Oddmobile", "Mark"), await spelled("Odd", "Mark-7")]).toEqual([null, null]);
  });

  it("has a whole number's part, all colors of one without, and the shop's own outside of NAGS", async () => {
    expect(await numbered("dw 8801 gtyn")).toEqual(["DW08801GTYN"]);
    expect(await numbered("dw8801")).toEqual(["DW08801GBYN", "DW08801GTYN"]);
    expect(await numbered("own 17")).toEqual(["OWN-17"]);
    expect([await numbered("dw8899"), await numbered("own-18")]).toEqual([[], []]);
    const one = (typed: string) => odd.inShop((db) => partNumbered(db, typed, today));
    expect(await one("dw8802")).toMatchObject({ nagsNumber: "DW08802GTYN", fits: false, own: true });
    expect([await one("dw8801"), await one(""), await one("dw8899")]).toEqual([null, null, null]);
    expect((await one("own-17"))?.fits).toBe(false);
    const [shared] = await odd.inShop((db) => partsNumbered(db, "DW02501GTYN", today));
    expect(shared).toMatchObject({ own: false, demo: true });
  });

  it("has the shop's own part of a number in place of the shared one, also where the shared one fits", async () => {
    await odd.inShop((db) =>
      db.part.create({ data: part("DW02501GTYN", { description: "Our RAV4 glass" }) }),
    );
    const rav4 = { year: 2021, make: "Toyota", model: "RAV4", bodyStyle: "" };
    const parts = await odd.inShop((db) => partsFor(db, rav4, today));
    expect(parts.filter(({ nagsNumber }) => nagsNumber === "DW02501GTYN")).toMatchObject([
      { description: "Our RAV4 glass", own: true, fits: true },
    ]);
  });

  it("says how many are on the shelf, and where", async () => {
    const stock = { nagsNumber: "DW08802GTYN", onHand: 3, minQty: 1, bin: "B7" };
    await odd.inShop((db) => db.stockItem.create({ data: stock }));
    const parts = await odd.inShop(async (db) => withStock(db, await partsFor(db, car, today)));
    expect(parts.map((one) => one.stock)).toEqual([null, { onHand: 3, bin: "B7" }, null, null]);
    expect(parts[0]?.nagsNumber).toBe("DW08801GTYN");
  });

  it("goes by the list price of its day", async () => {
    const price = async (day: string) =>
      (await odd.inShop((db) => partNumbered(db, "DW08802GTYN", day)))?.listPriceCents;
    expect([await price(today), await price(addDays(today, 1))]).toEqual([70_017, 71_123]);
  });
});
