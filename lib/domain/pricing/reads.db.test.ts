import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dateIn, midnightOf } from "@/lib/dates";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TestDatabase } from "@/tests/support/database";
import { type Furnished, mintFurnished, mintJob, openFurnished } from "@/tests/support/furnished";
import { bookOf, loadPriceBook, pricesFor, pricesInForce } from "./book";
import { getPart, listParts, overridesOf, searchCatalog } from "./overrides/queries";
import { loadDesk, waitingVersion } from "./preview/queries";
import { recentQuotes } from "./preview/recent-quotes";
import {
  accountOptionsLeft,
  findProfile,
  getOwnProfile,
  insurerOptions,
  listOwnProfiles,
} from "./profiles/queries";
import { loadOverview } from "./queries";
import { readSnapshot, snapshotOf } from "./snapshot";
import { getTaxArea, listTaxAreas, loadTax } from "./tax/queries";
import { getVersion, listVersions } from "./versions/queries";

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
const at = { skip: 0, take: 50 };
const one = { skip: 1, take: 1 };
const version = (number: number, effectiveFrom: string, more = {}) =>
  odd.inShop((db) =>
    db.priceVersion.create({
      data: { number, effectiveFrom: midnightOf(effectiveFrom), snapshot: {}, ...more },
    }),
  );

describe("own prices", () => {
  it("of a payer are those of all of them, with when they were changed", async () => {
    await odd.inShop(async (db) => {
      const own = { laborCents: 71, rules: { create: [{ pattern: "*", kind: "discount", bps: 17 }] } };
      const [zenith, acorn] = odd.insurers;
      for (const { id: insurerId, name } of [zenith, acorn])
        await db.pricingProfile.create({ data: { ...own, name, payer: "insurance", insurerId } });
      for (const accountType of ["rental", "fleet"])
        await db.pricingProfile.create({
          data: { ...own, name: accountType, payer: "account", accountType },
        });
    });
    const stored = await odd.inShop((db) =>
      db.pricingProfile.findFirstOrThrow({ where: { name: "Insurance" } }),
    );
    expect(await odd.inShop((db) => findProfile(db, "insurance"))).toMatchObject({
      profile: { name: "Insurance", labor: { cents: 4_219 }, rules: [{ bps: 4_117 }] },
      version: stored.updatedAt.toISOString(),
    });
    expect((await odd.inShop((db) => findProfile(db, "cash")))?.profile.labor?.cents).toBe(6_137);
  });

  it("of single insurers and of accounts are listed apart, by name, and read by their id", async () => {
    const listed = (own: "insurerId" | "accountType", slice = at) =>
      odd.inShop((db) => listOwnProfiles(db, own, slice));
    const [zenith, acorn] = odd.insurers;
    const insurers = await listed("insurerId");
    expect([insurers.rows.map(({ profile }) => profile.name), insurers.total]).toEqual([
      [acorn.name, zenith.name],
      2,
    ]);
    expect(insurers.rows[0]?.profile.rules).toHaveLength(1);
    const accounts = await listed("accountType");
    expect(accounts.rows.map(({ profile }) => profile.name)).toEqual(["fleet", "rental"]);
    expect((await listed("accountType", one)).rows.map(({ profile }) => profile.name)).toEqual(["rental"]);
    const get = (own: "insurerId" | "accountType", id = "") => odd.inShop((db) => getOwnProfile(db, own, id));
    const row = await odd.inShop((db) => db.pricingProfile.findFirstOrThrow({ where: { name: acorn.name } }));
    expect(await get("insurerId", row.id)).toMatchObject({
      of: acorn.id,
      version: row.updatedAt.toISOString(),
      profile: { name: acorn.name, rules: [{ bps: 17 }] },
    });
    await expect(get("accountType", row.id)).rejects.toThrow("Not found");
    expect((await get("accountType", accounts.rows[0]?.id)).of).toBe("fleet");
  });

  it("may be agreed with insurers by name, and with kinds of account that have none", async () => {
    const [zenith, acorn] = odd.insurers;
    const { rows } = await database.admin.query(
      "insert into tpas (id, name, number_label) values (gen_random_uuid(), $1, 'Number') returning id",
      [`Quick ${odd.slug}`],
    );
    await database.admin.query("update insurers set tpa_id = $1 where id = $2", [rows[0].id, acorn.id]);
    const options = (await odd.inShop(insurerOptions)).filter(({ label }) => label.endsWith(odd.slug));
    expect(options).toEqual([
      { value: acorn.id, label: acorn.name, hint: `Quick ${odd.slug}` },
      { value: zenith.id, label: zenith.name, hint: undefined },
    ]);
    const left = (await odd.inShop(accountOptionsLeft)).map(({ value }) => value);
    expect(left).toEqual(["body_shop", "dealership", "government", "wholesale", "insurance_agency"]);
  });

  it("lie over the shop's: the insurer's own, or else all insurers'; an account's where they pay themselves", async () => {
    const book = await odd.inShop((db) => loadPriceBook(db));
    const [zenith] = odd.insurers;
    const agreed = (
      ...args: [payer: "cash" | "insurance", insurerId: string | null, account: string | null]
    ) => pricesFor(book, ...args)?.profile?.name ?? null;
    expect(agreed("insurance", zenith.id, "fleet")).toBe(zenith.name);
    expect(agreed("insurance", odd.shop, "fleet")).toBe("Insurance");
    expect(agreed("insurance", null, null)).toBe("Insurance");
    expect(agreed("cash", zenith.id, "fleet")).toBe("fleet");
    expect([agreed("cash", null, "retail"), agreed("cash", null, null)]).toEqual([null, null]);
    expect(pricesFor(book, "cash", null, null)?.shop.name).toBe("Cash");
    expect(pricesFor({ ...book, cash: null }, "insurance", zenith.id, null)).toBeNull();
  });
});

describe("the price book", () => {
  it("is all that a shop charges by, as the engine takes it", async () => {
    const terms = [
      {
        pattern: "DW*",
        kind: "discount",
        bps: 6_113,
        cents: null,
        tiers: null,
        effectiveFrom: null,
        effectiveTo: null,
      },
    ];
    await open();
    await odd.inShop(async (db) => {
      await db.partOverride.create({ data: { nagsNumber: "FW04771GTYN", priceCents: 31_113 } });
      await db.supplier.createMany({
        data: [
          { name: "Pane", preferred: true, terms },
          { name: "Lite", preferred: false },
        ],
      });
    });
    const book = await odd.inShop((db) => loadPriceBook(db));
    expect(book.cash).toEqual({
      name: "Cash",
      rules: [
        {
          pattern: "DW*",
          kind: "discount",
          bps: 5_511,
          cents: null,
          tiers: null,
          effectiveFrom: null,
          effectiveTo: null,
        },
      ],
      labor: { mode: "hourly", cents: 6_137 },
      kitCents: 2_517,
      mouldingCents: 4_211,
      clipCents: 227,
      calStaticCents: null,
      calDynamicCents: 22_513,
      calDualCents: null,
      mobile: { mode: "flat", cents: 3_519 },
      disposalCents: 513,
      chipFirstCents: 8_923,
      chipNextCents: 1_319,
    });
    const { cash: _, insurance, ...rest } = book;
    expect(insurance?.mobile).toBeNull();
    expect(rest).toEqual({
      insurers: {},
      accounts: {},
      partOverrides: [
        { nagsNumber: "DW02501GTYN", priceCents: null, costCents: 16_811 },
        { nagsNumber: "FW04771GTYN", priceCents: 31_113, costCents: null },
      ],
      jurisdictions: [
        { name: "Austin", rateBps: 100.07 },
        { name: "Texas", rateBps: 625.13 },
      ],
      taxableKinds: ["glass", "moulding", "hardware", "kit"],
      taxAreas: [
        {
          name: "Dripping Springs",
          state: "",
          zips: ["78620"],
          jurisdictions: [{ name: "Hays", rateBps: 712.39 }],
          taxableKinds: ["glass", "kit"],
        },
      ],
      suppliers: [
        { name: "Lite", preferred: false, terms: [] },
        { name: "Pane", preferred: true, terms },
      ],
      costs: { kitCents: 1_407, mouldingCents: 2_411, clipCents: 77 },
    });
    const some = await odd.inShop((db) => loadPriceBook(db, ["FW04771GTYN"]));
    expect(some).toEqual({ ...book, partOverrides: rest.partOverrides.slice(1) });
    const snapshot = await odd.inShop((db) => readSnapshot(db));
    expect(bookOf(snapshot, ["FW04771GTYN"])).toEqual(some);
    expect(bookOf(snapshotOf({}))).toMatchObject({
      cash: null,
      insurance: null,
      costs: { kitCents: null, mouldingCents: null, clipCents: null },
      taxableKinds: [],
    });
  });

  it("holds rules with their days and tiers, in the order of what they are for", async () => {
    const tiers = [{ upToCents: 50_000, bps: 4_500 }];
    const days = { effectiveFrom: midnightOf("2031-01-02"), effectiveTo: midnightOf("2031-02-03") };
    await odd.inShop(async (db) => {
      const { id: profileId } = await db.pricingProfile.findFirstOrThrow({ where: { name: "Cash" } });
      await db.pricingRule.create({ data: { profileId, pattern: "FW*", kind: "tiered", tiers, ...days } });
      await db.pricingRule.create({ data: { profileId, pattern: "DB*", kind: "flat", cents: 7_101 } });
      await db.pricingProfile.updateMany({
        where: { name: "Cash" },
        data: { laborMode: "flat", mobileCents: null },
      });
      const rings = { mode: "rings", rings: [{ upToMiles: 7, cents: 1_001 }], beyondCentsPerMile: 101 };
      await db.pricingProfile.updateMany({
        where: { name: "Insurance" },
        data: { mobile: rings, mobileCents: 1 },
      });
    });
    const { cash, insurance } = await odd.inShop((db) => loadPriceBook(db));
    expect(cash?.labor).toEqual({ mode: "flat", cents: 6_137 });
    expect([cash?.mobile, insurance?.mobile?.mode]).toEqual([null, "rings"]);
    expect(cash?.rules).toMatchObject([
      { pattern: "DB*", kind: "flat", cents: 7_101, tiers: null },
      { pattern: "DW*" },
      { pattern: "FW*", tiers, effectiveFrom: "2031-01-02", effectiveTo: "2031-02-03" },
    ]);
  });

  it("is that of the newest version whose day has come by the shop's clock, and that was not cancelled", async () => {
    await open();
    const named = (name: string) => ({ snapshot: { taxes: [{ name, ratePpm: 7 }] } });
    const inForce = async (now?: Date) => {
      const { book, version } = await odd.inShop((db) => pricesInForce(db, { now }));
      return [version, book.jurisdictions[0]?.name];
    };
    expect(await inForce()).toEqual([null, "Austin"]);
    const tomorrow = addDays(odd.today, 1);
    await version(9, tomorrow, named("Waits"));
    expect(await inForce()).toEqual([null, undefined]);
    await version(4, addDays(odd.today, -1), named("Older"));
    await version(6, odd.today, named("Holds"));
    await version(7, odd.today, { ...named("Cancelled"), cancelledAt: new Date() });
    await version(5, odd.today, named("Old"));
    expect(await inForce()).toEqual([6, "Holds"]);
    expect(await inForce(new Date(Date.now() + 86_400_000))).toEqual([9, "Waits"]);
    expect(await odd.inShop(async (db) => (await loadPriceBook(db)).jurisdictions[0]?.name)).toBe("Holds");
  });
});

describe("the history of prices", () => {
  const list = (slice = at) => odd.inShop((db) => listVersions(db, odd.owner, slice));

  it("is a page, the newest first, each with where it stands", async () => {
    await open();
    const told = { userId: odd.owner.userId, userName: "Olga", reason: "Wages", summary: "Labor" };
    await version(1, addDays(odd.today, -1));
    await version(2, odd.today, told);
    await version(3, odd.today, { cancelledAt: new Date() });
    await version(4, addDays(odd.today, 1));
    const { rows, total, today } = await list();
    expect([total, today]).toEqual([4, odd.today]);
    expect(rows.map(({ number, state }) => [number, state])).toEqual([
      [4, "scheduled"],
      [3, "cancelled"],
      [2, "in force"],
      [1, "earlier"],
    ]);
    expect(rows[2]).toMatchObject({ ...told, effectiveFrom: odd.today });
    const page = await list(one);
    expect([page.rows.map(({ number }) => number), page.total]).toEqual([[3], 4]);
    expect(await odd.inShop((db) => waitingVersion(db, odd.owner.timeZone))).toMatchObject({
      number: 4,
      effectiveFrom: addDays(odd.today, 1),
    });
  });

  it("of one version is what it changed from the one it was made on", async () => {
    await open();
    const tax = (ratePpm: number) => ({ snapshot: { taxes: [{ name: "Texas", ratePpm }] } });
    const on = (day: number) => new Date(Date.UTC(2026, 0, day));
    await version(1, odd.today, { ...tax(10_000), createdAt: on(1) });
    await version(2, odd.today, { ...tax(20_000), createdAt: on(2), cancelledAt: on(4) });
    const third = await version(3, odd.today, { ...tax(30_000), createdAt: on(3), cancelledAt: on(4) });
    const fourth = await version(4, addDays(odd.today, 1), { ...tax(40_000), createdAt: on(5) });
    const get = (id: string) => odd.inShop((db) => getVersion(db, odd.owner, id));
    expect(await get(third.id)).toMatchObject({
      before: 2,
      changes: [{ what: "Tax Texas", before: "2%", after: "3%" }],
      version: { number: 3, state: "cancelled" },
      today: odd.today,
    });
    expect(await get(fourth.id)).toMatchObject({
      before: 1,
      changes: [{ what: "Tax Texas", before: "1%", after: "4%" }],
      version: { number: 4, state: "scheduled", effectiveFrom: addDays(odd.today, 1) },
    });
    const [first] = (await list()).rows.toReversed();
    expect(await get(first?.id ?? "")).toMatchObject({
      before: null,
      changes: [{ what: "Tax Texas", before: "none", after: "1%" }],
      version: { state: "in force" },
    });
    expect(await odd.inShop((db) => waitingVersion(db, odd.owner.timeZone))).toMatchObject({ id: fourth.id });
    await odd.inShop((db) =>
      db.priceVersion.updateMany({ where: { id: fourth.id }, data: { cancelledAt: on(6) } }),
    );
    expect(await odd.inShop((db) => waitingVersion(db, odd.owner.timeZone))).toBeNull();
  });
});

describe("taxes", () => {
  it("are rates by name, and the lines they are on, or the usual ones", async () => {
    await open();
    const tax = await odd.inShop(loadTax);
    expect(tax.rates.map(({ name, ratePpm }) => [name, ratePpm])).toEqual([
      ["Austin", 10_007],
      ["Texas", 62_513],
    ]);
    await odd.inShop((db) => db.shopSettings.updateMany({ data: { taxableKinds: ["labour"] } }));
    expect((await odd.inShop(loadTax)).taxableKinds).toEqual(["labour"]);
    await database.admin.query("delete from shop_settings where tenant_id = $1", [odd.shop]);
    expect((await odd.inShop(loadTax)).taxableKinds).toEqual(["glass", "moulding", "hardware", "kit"]);
  });

  it("of areas are a page by name, and one as it was typed", async () => {
    const rates = [{ name: "Here", ratePpm: 7_001 }];
    const { id } = await odd.inShop((db) =>
      db.taxArea.create({ data: { name: "Buda", state: "NM", zips: ["1"], rates, taxableKinds: ["glass"] } }),
    );
    const list = (slice = at) => odd.inShop((db) => listTaxAreas(db, slice));
    const { rows, total } = await list();
    expect([rows.map(({ area }) => area.name), total]).toEqual([["Buda", "Dripping Springs"], 2]);
    expect(rows[0]).toEqual({
      id,
      area: {
        name: "Buda",
        state: "NM",
        zips: ["1"],
        jurisdictions: [{ name: "Here", rateBps: 70.01 }],
        taxableKinds: ["glass"],
      },
    });
    const page = await list(one);
    expect([page.rows.map(({ area }) => area.name), page.total]).toEqual([["Dripping Springs"], 2]);
    expect(await odd.inShop((db) => getTaxArea(db, id))).toMatchObject({
      rates,
      taxableKinds: ["glass"],
      state: "NM",
    });
  });
});

describe("parts", () => {
  const today = "2031-03-04";
  const full = {
    prefix: "DW",
    number: "08801",
    glassPosition: "windshield",
    description: "Odd glass, heated",
    listPriceCents: 71_123,
    listEffectiveFrom: midnightOf("2031-03-05"),
    listPriceBeforeCents: 70_017,
    laborMinutes: 137,
    kitHalves: 3,
    mouldingRequired: true,
    clipsQty: 5,
    calibration: "dual",
  };
  const sample = {
    part: {
      nagsNumber: "DW08801GTYN",
      description: "Odd glass, heated",
      glassPosition: "windshield",
      listPriceCents: 70_017,
      laborMinutes: 137,
      kitHalves: 3,
      mouldingRequired: true,
      clipsQty: 5,
      calibration: "dual",
    },
    override: { nagsNumber: "DW08801GTYN", priceCents: 31_113, costCents: 8_007 },
    demo: false,
  };
  let id: string;
  beforeAll(async () => {
    await open();
    await odd.inShop(async (db) => {
      await db.part.create({ data: { ...full, nagsNumber: "DW08801GTYN" } });
      const other = { prefix: "", glassPosition: "door", listPriceCents: null, listEffectiveFrom: null };
      await db.part.create({
        data: { ...full, ...other, nagsNumber: "ODD-17", number: "ODD17", description: "Heated odd door" },
      });
      const own = { nagsNumber: "DW08801GTYN", priceCents: 31_113, costCents: 8_007 };
      id = (await db.partOverride.create({ data: own })).id;
      await db.partOverride.create({ data: { nagsNumber: "XX00001", priceCents: 17 } });
    });
  });

  it("are found by how a number begins, then by the words of what they are, ready to be priced", async () => {
    const found = (search: string) => odd.inShop((db) => searchCatalog(db, search, today));
    const [first] = await found("dw 8801");
    expect(first).toEqual({
      value: "DW08801GTYN",
      label: "DW08801GTYN Odd glass, heated",
      hint: "List $700.17",
      sample,
    });
    const values = async (search: string) => (await found(search)).map(({ value }) => value);
    expect(await values("heated odd")).toEqual(["DW08801GTYN", "ODD-17"]);
    expect(await values("odd")).toEqual(["ODD-17", "DW08801GTYN"]);
    expect(await values("odd-1")).toEqual(["ODD-17"]);
    expect((await found("odd-1"))[0]).toMatchObject({ hint: "No list price", sample: { override: null } });
    expect(await values("heated nothing")).toEqual([]);
    const many = await found("dw");
    expect(many).toHaveLength(10);
    expect(many.map(({ value }) => value)).toEqual(many.map(({ value }) => value).toSorted());
    expect(many[0]).toMatchObject({
      hint: expect.stringMatching(/^List \$[\d.,]+ \(demo price\)$/),
      sample: { demo: true },
    });
  });

  it("with prices of the shop's own are a page by number, with what the catalog says of the day", async () => {
    const list = (search: string, slice = at) => odd.inShop((db) => listParts(db, search, slice, today));
    const { rows, total } = await list("");
    expect([rows.map(({ nagsNumber }) => nagsNumber), total]).toEqual([
      ["DW02501GTYN", "DW08801GTYN", "XX00001"],
      3,
    ]);
    expect(rows[1]).toMatchObject({
      id,
      priceCents: 31_113,
      costCents: 8_007,
      part: { description: "Odd glass, heated", listPriceCents: 70_017 },
    });
    expect(rows[2]?.part).toBeUndefined();
    const page = await list("", one);
    expect([page.rows.map((row) => row.id), page.total]).toEqual([[id], 3]);
    const searched = await list("8801");
    expect([searched.rows.map((row) => row.id), searched.total]).toEqual([[id], 1]);
    const { book, ownParts } = await odd.inShop(loadOverview);
    expect([ownParts, book.partOverrides, book.cash?.name]).toEqual([3, [], "Cash"]);
    expect(await odd.inShop((db) => overridesOf(db, ["DW08801GTYN"]))).toEqual([sample.override]);
  });

  it("of the shop's own, one is read with what it is tried on", async () => {
    const get = (of: string) => odd.inShop((db) => getPart(db, of, today));
    expect(await get(id)).toMatchObject({ own: { id, priceCents: 31_113 }, sample });
    const unknown = await odd.inShop((db) =>
      db.partOverride.findFirstOrThrow({ where: { nagsNumber: "XX00001" } }),
    );
    expect(await get(unknown.id)).toMatchObject({
      own: { priceCents: 17 },
      sample: {
        part: { nagsNumber: "XX00001" },
        override: { nagsNumber: "XX00001", priceCents: 17, costCents: null },
      },
    });
  });

  it("are tried, on the desk of the prices, on the first windshield with a list price and a calibration", async () => {
    const desk = () => odd.inShop((db) => loadDesk(db, odd.owner));
    const { sample: tried, book, ...rest } = await desk();
    expect(rest).toEqual({
      waiting: null,
      madeOn: 0,
      today: odd.today,
      zip: "78701",
      state: "TX",
      shop: `/${odd.slug}`,
    });
    expect([book.cash?.name, book.partOverrides]).toEqual(["Cash", []]);
    expect(tried?.part).toMatchObject({ glassPosition: "windshield", calibration: expect.any(String) });
    const first = { prefix: "DW", number: "00001", glassPosition: "windshield", description: "First" };
    await odd.inShop(async (db) => {
      const parts = [
        { ...first, nagsNumber: "DW00000GTYN", calibration: "static" },
        {
          ...first,
          nagsNumber: "DB00000GTYN",
          glassPosition: "back_glass",
          calibration: "static",
          listPriceCents: 1,
          listEffectiveFrom: midnightOf("2020-01-01"),
        },
        {
          ...first,
          nagsNumber: "DW00001GTYN",
          listPriceCents: 1,
          listEffectiveFrom: midnightOf("2020-01-01"),
        },
        {
          ...first,
          nagsNumber: "DW00002GTYN",
          listPriceCents: 17,
          listEffectiveFrom: midnightOf("2020-01-01"),
          calibration: "static",
        },
      ];
      for (const data of parts) await db.part.create({ data });
      await db.partOverride.create({ data: { nagsNumber: "DW00002GTYN", costCents: 3 } });
    });
    await version(7, addDays(odd.today, 1));
    expect(await desk()).toMatchObject({
      madeOn: 7,
      waiting: { number: 7, effectiveFrom: addDays(odd.today, 1) },
      sample: { part: { nagsNumber: "DW00002GTYN", listPriceCents: 17 }, override: { costCents: 3 } },
    });
  });
});

describe("the newest quotes to try prices on", () => {
  const tried = (from: string) => odd.inShop((db) => recentQuotes(db, from, odd.owner.timeZone));
  const line = { quantity: 100, unitCents: 1, taxable: false, rule: "", description: "x" };
  const made = new Date("2026-01-02T12:00:00Z");

  it("are their work as it was made, with what was set by hand", async () => {
    await open();
    const { quote, customer } = await mintJob(odd.inShop, {
      customer: { accountType: "fleet", state: "NM", zip: "87501" },
      quote: {
        payer: "insurance",
        insurerId: odd.insurers[1].id,
        policyDeductibleCents: 10_007,
        deductibleStated: true,
        nagsNumber: "DW02501GTYN",
        glassPosition: "windshield",
        grade: "oem",
        place: "mobile",
        workZip: "78620",
        workMiles: 23,
        createdAt: made,
      },
      lines: [
        { ...line, position: 0, kind: "glass", layer: "manual", totalCents: 31_113 },
        { ...line, position: 1, kind: "labour", layer: "manual", totalCents: 1 },
        { ...line, position: 2, kind: "discount", layer: "manual", totalCents: -1_337 },
      ],
    });
    const [one] = await tried("2026-01-01");
    const { request, ...rest } = one ?? {};
    expect(rest).toEqual({
      id: quote.id,
      number: quote.number,
      customer: customer.name,
      thenCents: quote.totalCents,
      payer: "insurance",
      insurerId: odd.insurers[1].id,
      accountType: "fleet",
    });
    const day = dateIn(odd.owner.timeZone, made);
    expect(request).toMatchObject({
      on: day,
      state: "TX",
      items: [
        {
          id: "glass",
          grade: "oem",
          quantity: 1,
          costCents: null,
          part: { nagsNumber: "DW02501GTYN", laborMinutes: 150 },
        },
      ],
      chips: 0,
      trip: { miles: 23, zip: "78620" },
      fees: [],
      overrides: [{ key: "glass:glass", cents: 31_113, reason: "" }],
      omit: [],
      discount: { kind: "amount", cents: 1_337, reason: "" },
      insurance: { deductibleCents: 10_007, stated: true },
      taxExempt: false,
    });
    const [later] = await tried("2031-01-01");
    expect(later?.request.on).toBe("2031-01-01");
  });

  it("of a repair, in the shop, paid cash, by who is exempt", async () => {
    await open();
    const customer = {
      taxExempt: true,
      taxCertificate: "TX-7",
      taxCertificateUntil: midnightOf("2031-01-01"),
    };
    const quote = { service: "chip_repair", chips: 3, glassPosition: "windshield", createdAt: made };
    await mintJob(odd.inShop, { customer, quote });
    const [repair] = await tried("2031-01-01");
    expect(repair).toMatchObject({
      payer: "cash",
      accountType: "retail",
      request: {
        items: [],
        chips: 3,
        trip: null,
        overrides: [],
        discount: null,
        insurance: null,
        taxExempt: true,
      },
    });
    expect((await tried("2031-01-02"))[0]?.request.taxExempt).toBe(false);
    await mintJob(odd.inShop, { quote: { nagsNumber: "XX00001", glassPosition: "door", chips: 2 } });
    const [unlisted] = await tried("2031-01-01");
    expect(unlisted?.request).toMatchObject({
      chips: 0,
      items: [{ part: { nagsNumber: "XX00001", glassPosition: "door", listPriceCents: null } }],
    });
  });

  it("are fifty, the newest first", async () => {
    const { quote } = await mintJob(odd.inShop, { quote: { createdAt: new Date("2040-01-01") } });
    const { id: _, ...like } = await odd.inShop((db) =>
      db.quote.findFirstOrThrow({ where: { id: quote.id } }),
    );
    await odd.inShop((db) =>
      db.quote.createMany({
        data: Array.from({ length: 51 }, (_, n) => ({
          ...like,
          number: 90_000 + n,
          createdAt: new Date(Date.UTC(2040, 1, n + 1)),
        })),
      }),
    );
    const numbers = (await tried("2031-01-01")).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => 90_050 - n));
  });
});
