import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getShopPart, listShopParts } from "@/lib/domain/catalog/shop-parts/queries";
import { getStock, listStock, wantedOf } from "@/lib/domain/inventory/queries";
import { getSupplier, listSuppliers } from "@/lib/domain/pricing/suppliers/queries";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, posted, press } from "@/tests/support/doors";
import { type Furnished, openFurnished } from "@/tests/support/furnished";

playDoors();
const { saveBrands } = await import("./brands/actions");
const suppliers = await import("./suppliers/actions");
const shopParts = await import("./shop-parts/actions");
const shelf = await import("./stock/actions");

let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
});
afterAll(() => database.close());

const push = (action: typeof saveBrands, values: Parameters<typeof posted>[0] = {}) =>
  press(odd.owner, action, values);
const path = (to: string) => `/${odd.slug}${to}`;
const audited = async () => {
  const { action, subject } = await lastAudit(kernel, odd.shop);
  return { action, subject };
};
const all = { skip: 0, take: 50 };
const second = { skip: 1, take: 1 };

it("brands are saved in place of those before", async () => {
  const list = (at: number, position: string, grade: string, brands: string) => ({
    [`lists.${at}.position`]: position,
    [`lists.${at}.grade`]: grade,
    [`lists.${at}.brands`]: brands,
  });
  const now = () =>
    odd.inShop((db) =>
      db.brandPreference.findMany({ omit: { id: true, tenantId: true }, orderBy: { grade: "asc" } }),
    );
  await push(saveBrands, list(0, "windshield", "", "Old"));
  const done = await push(saveBrands, {
    ...list(0, "door", "oem", "Acme, Zen"),
    ...list(1, "door", "", "Zen"),
  });
  expect(done).toMatchObject({ to: path("/pricing"), message: "Your brands are saved." });
  expect(await now()).toEqual([
    { glassPosition: "door", grade: "", brands: ["Zen"] },
    { glassPosition: "door", grade: "oem", brands: ["Acme", "Zen"] },
  ]);
  expect((await audited()).action).toBe("pricing.brands.save");
});

describe("a supplier", () => {
  const typed = {
    name: "Pane & Co",
    phone: "(512) 555-0111",
    accountNumber: "A-17",
    preferred: "on",
    "rules.0.pattern": "DW*",
    "rules.0.kind": "discount",
    "rules.0.value": "61.13",
    "rules.0.from": "2031-01-02",
    "rules.0.to": "2031-02-03",
  };
  const terms = [
    {
      pattern: "DW*",
      kind: "discount",
      bps: 6_113,
      tiers: null,
      effectiveFrom: "2031-01-02",
      effectiveTo: "2031-02-03",
    },
  ];
  const newest = async () =>
    (await odd.inShop((db) => db.priceVersion.findFirst({ orderBy: { number: "desc" } })))?.reason;
  const rowOf = (name: string) => odd.inShop((db) => db.supplier.findFirstOrThrow({ where: { name } }));

  it("is added, changed and removed with its agreement, and no other", async () => {
    const done = await push(suppliers.addSupplier, { ...typed, reason: "New" });
    expect(done).toMatchObject({ to: path("/pricing/suppliers"), message: "Pane & Co is added." });
    const row = await rowOf("Pane & Co");
    const kept = { phone: "+15125550111", accountNumber: "A-17", preferred: true };
    expect(row).toMatchObject({ ...kept, terms });
    expect(await audited()).toEqual({ action: "pricing.supplier.add", subject: row.id });
    expect(await newest()).toBe("New");
    await push(suppliers.addSupplier, { name: "Lite & Sons" });
    const edit = { id: row.id, name: "Pain & Co", accountNumber: "A-18", reason: "Renamed" };
    const edited = await push(suppliers.editSupplier, edit);
    expect(edited).toMatchObject({ to: path("/pricing/suppliers"), message: "Pain & Co is saved." });
    expect(await rowOf("Pain & Co")).toMatchObject({
      id: row.id,
      phone: "",
      accountNumber: "A-18",
      preferred: false,
      terms: [],
    });
    expect(await audited()).toEqual({ action: "pricing.supplier.edit", subject: row.id });
    expect(await newest()).toBe("Renamed");
    expect((await rowOf("Lite & Sons")).accountNumber).toBe("");
    const removed = await push(suppliers.removeSupplier, { id: row.id });
    expect(removed).toMatchObject({ to: path("/pricing/suppliers"), message: "Pain & Co is removed." });
    expect(await audited()).toEqual({ action: "pricing.supplier.remove", subject: row.id });
    expect((await odd.inShop((db) => db.supplier.findMany())).map(({ name }) => name)).toEqual([
      "Lite & Sons",
    ]);
    expect((await push(suppliers.editSupplier, edit)).status).toBe(404);
  });

  it("has a name of its own, however it is written", async () => {
    await push(suppliers.addSupplier, typed);
    const lite = await rowOf("Lite & Sons");
    const twin = { name: ["There is a supplier called Pane & Co already."] };
    expect((await push(suppliers.addSupplier, { name: "PANE & co" })).errors).toEqual(twin);
    expect((await push(suppliers.editSupplier, { id: lite.id, name: "pane & CO" })).errors).toEqual(twin);
    expect((await push(suppliers.editSupplier, { id: lite.id, name: "LITE & sons" })).errors).toBeUndefined();
  });

  it("is listed by the page, the preferred first, then by name", async () => {
    await push(suppliers.addSupplier, { name: "Argo" });
    const list = (slice = all) => odd.inShop((db) => listSuppliers(db, slice));
    const { rows, total } = await list();
    expect([rows.map(({ name }) => name), total]).toEqual([["Pane & Co", "Argo", "LITE & sons"], 3]);
    expect(rows[0]?.terms).toMatchObject(terms);
    const page = await list(second);
    expect([page.rows.map(({ name }) => name), page.total]).toEqual([["Argo"], 3]);
    expect(await odd.inShop((db) => getSupplier(db, rows[0]?.id ?? ""))).toMatchObject({
      name: "Pane & Co",
      terms,
    });
  });
});

describe("a part of the shop's own", () => {
  const fit = (at: number, make: string, model: string, yearFrom: string) => ({
    [`fits.${at}.make`]: make,
    [`fits.${at}.model`]: model,
    [`fits.${at}.yearFrom`]: yearFrom,
    [`fits.${at}.yearTo`]: "2023",
    [`fits.${at}.bodyStyle`]: at === 0 ? "Coupe" : "",
  });
  const typed = {
    nagsNumber: "rv-4471-l",
    glassPosition: "windshield",
    description: "Heated vista glass",
    side: "left",
    listPriceCents: "711.23",
    laborMinutes: "2.3",
    kitHalves: "1.5",
    clipsQty: "5",
    mouldingRequired: "on",
    calibration: "dual",
    features: ["hud"],
    ...fit(0, "Winnebago", "Vista", "2015"),
    ...fit(1, "Winnebago", "Brave", "2016"),
  };
  const kept = {
    nagsNumber: "RV-4471-L",
    prefix: "",
    number: "RV4471L",
    glassPosition: "windshield",
    description: "Heated vista glass",
    side: "left",
    listPriceCents: 71_123,
    laborMinutes: 138,
    kitHalves: 3,
    clipsQty: 5,
    mouldingRequired: true,
    calibration: "dual",
    features: ["hud"],
  };
  const idOf = async (nagsNumber: string) =>
    (await odd.inShop((db) => db.part.findFirstOrThrow({ where: { nagsNumber, owner: odd.shop } }))).id;
  const read = (id: string) => odd.inShop((db) => getShopPart(db, id));

  it("is added, changed and deleted with the vehicles it fits, and no other", async () => {
    const done = await push(shopParts.addShopPart, typed);
    expect(done).toMatchObject({
      to: path("/pricing/shop-parts"),
      message: "RV-4471-L is there at your desk.",
    });
    const id = await idOf("RV-4471-L");
    expect(await read(id)).toMatchObject({
      ...kept,
      fits: [
        { make: "Winnebago", model: "Brave", yearFrom: 2016, yearTo: 2023, bodyStyle: null },
        { make: "Winnebago", model: "Vista", yearFrom: 2015, yearTo: 2023, bodyStyle: "Coupe" },
      ],
    });
    expect(await audited()).toEqual({ action: "shop_part.add", subject: id });
    const other = { ...typed, nagsNumber: "RV-1", description: "Plain door", glassPosition: "door" };
    await push(shopParts.addShopPart, other);
    const edit = {
      ...typed,
      id,
      description: "Plain vista glass",
      ...fit(1, "Winnebago", "Adventurer", "2017"),
    };
    const edited = await push(shopParts.editShopPart, edit);
    expect(edited).toMatchObject({ to: path("/pricing/shop-parts"), message: "RV-4471-L is saved." });
    expect(await read(id)).toMatchObject({
      description: "Plain vista glass",
      fits: [{ model: "Adventurer", yearFrom: 2017 }, { model: "Vista" }],
    });
    expect(await audited()).toEqual({ action: "shop_part.edit", subject: id });
    const beside = await idOf("RV-1");
    expect(await read(beside)).toMatchObject({
      description: "Plain door",
      fits: [{ model: "Brave" }, { model: "Vista" }],
    });
    const removed = await push(shopParts.removeShopPart, { id });
    expect(removed).toMatchObject({ to: path("/pricing/shop-parts"), message: "RV-4471-L is deleted." });
    const audit = await lastAudit(kernel, odd.shop);
    expect(audit).toMatchObject({ action: "shop_part.remove", subject: id, detail: { number: "RV-4471-L" } });
    await expect(read(id)).rejects.toThrow("Not found");
    expect((await read(beside)).fits).toHaveLength(2);
    const shared = await odd.inShop((db) =>
      db.part.findFirstOrThrow({ where: { nagsNumber: "DW02501GTYN" } }),
    );
    await expect(read(shared.id)).rejects.toThrow("Not found");
    expect((await push(shopParts.editShopPart, { ...edit, id: shared.id })).status).toBe(404);
    expect((await push(shopParts.removeShopPart, { id: shared.id })).status).toBe(404);
  });

  it("has a number that neither the shop nor the catalog has", async () => {
    await push(shopParts.addShopPart, typed);
    const adding = async (nagsNumber: string) =>
      (await push(shopParts.addShopPart, { ...typed, nagsNumber })).errors;
    expect(await adding("rv4471l")).toEqual({ nagsNumber: ["RV-4471-L is one of your parts already."] });
    expect(await adding("dw 2501 gtyn")).toEqual({
      nagsNumber: [
        "DW02501GTYN is in the shared catalog already. Set your own price for it under Own prices.",
      ],
    });
    expect(await adding("DW02501GBYN")).toBeUndefined();
    const id = await idOf("RV-4471-L");
    const renamed = await push(shopParts.editShopPart, { ...typed, id, nagsNumber: "RV-1" });
    expect(renamed.errors).toEqual({ nagsNumber: ["RV-1 is one of your parts already."] });
    expect(
      (await push(shopParts.editShopPart, { ...typed, id, nagsNumber: "RV4471-L" })).errors,
    ).toBeUndefined();
  });

  it("is listed by the page, in order of numbers, and found by how those begin and by words", async () => {
    const list = async (search: string, slice = all) => {
      const { rows, total } = await odd.inShop((db) => listShopParts(db, search, slice));
      return [rows.map(({ nagsNumber }) => nagsNumber), total];
    };
    expect(await list("")).toEqual([["DW02501GBYN", "RV-1", "RV4471-L"], 3]);
    expect(await list("", second)).toEqual([["RV-1"], 3]);
    expect(await list("rv-44")).toEqual([["RV4471-L"], 1]);
    expect(await list("dw 025")).toEqual([["DW02501GBYN"], 1]);
    expect(await list("DOOR plain")).toEqual([["RV-1"], 1]);
    expect(await list("door vista")).toEqual([[], 0]);
    const { rows } = await odd.inShop((db) => listShopParts(db, "rv-44", all));
    expect(rows[0]?.fits.map(({ model }) => model)).toEqual(["Brave", "Vista"]);
  });
});

describe("the shelves", () => {
  const rows = async () =>
    (await odd.inShop((db) => db.stockItem.findMany({ orderBy: { nagsNumber: "asc" } }))).map(
      ({ nagsNumber, onHand, minQty, maxQty, bin }) => [nagsNumber, onHand, minQty, maxQty, bin],
    );
  const idOf = async (nagsNumber: string) =>
    (await odd.inShop((db) => db.stockItem.findFirstOrThrow({ where: { nagsNumber } }))).id;
  const typed = { nagsNumber: "fw 4771 gtyn", onHand: "3", minQty: "5", maxQty: "9", bin: "B7" };

  it("hold a part once, as counted; it is changed and taken off, and no other", async () => {
    const done = await push(shelf.addStock, typed);
    expect(done).toMatchObject({ to: path("/pricing/stock"), message: "FW04771GTYN is on your shelves." });
    const id = await idOf("FW04771GTYN");
    expect(await audited()).toEqual({ action: "stock.add", subject: id });
    expect((await push(shelf.addStock, typed)).errors).toEqual({
      nagsNumber: ["FW04771GTYN is on your shelves already."],
    });
    expect(Object.keys((await push(shelf.addStock, { ...typed, nagsNumber: "OWN-9" })).errors ?? {})).toEqual(
      ["nagsNumber"],
    );
    await push(shelf.addStock, { ...typed, nagsNumber: "DB09999GTYN" });
    const edited = await push(shelf.editStock, { id, onHand: "4", minQty: "1", maxQty: "", bin: "C1" });
    expect(edited).toMatchObject({ to: path("/pricing/stock"), message: "FW04771GTYN is saved." });
    expect(await rows()).toEqual([
      ["DB09999GTYN", 3, 5, 9, "B7"],
      ["FW04771GTYN", 4, 1, null, "C1"],
    ]);
    expect(await audited()).toEqual({ action: "stock.edit", subject: id });
    expect(await odd.inShop((db) => getStock(db, id))).toMatchObject({ id, bin: "C1" });
    const removed = await push(shelf.removeStock, { id });
    expect(removed).toMatchObject({
      to: path("/pricing/stock"),
      message: "FW04771GTYN is no longer kept on your shelves.",
    });
    expect(await audited()).toEqual({ action: "stock.remove", subject: id });
    expect(await rows()).toEqual([["DB09999GTYN", 3, 5, 9, "B7"]]);
  });

  it("are counted by a list: what a line leaves empty stays, and a minimum never passes the maximum", async () => {
    const pasted = "DB09999GTYN\t7\t\t\t\nFW04771GTYN\t1\t2\t2\tA1\nDW02501GTYN\t0";
    const done = await push(shelf.pasteStock, { pasted });
    expect(done).toMatchObject({ to: path("/pricing/stock"), message: "Saved: 2 new, 1 changed." });
    expect((await audited()).action).toBe("stock.paste");
    const now = [
      ["DB09999GTYN", 7, 5, 9, "B7"],
      ["DW02501GTYN", 0, 0, null, ""],
      ["FW04771GTYN", 1, 2, 2, "A1"],
    ];
    expect(await rows()).toEqual(now);
    const over = await push(shelf.pasteStock, { pasted: "FW04771GTYN\t1\t1\nDB09999GTYN\t1\t10" });
    expect(over.errors).toEqual({
      pasted: ["Line 2: DB09999GTYN would have a minimum of 10 and a maximum of 9."],
    });
    expect(await rows()).toEqual(now);
    expect((await push(shelf.pasteStock, { pasted: "DB09999GTYN\t1\t9" })).errors).toBeUndefined();
  });

  it("are listed by the page, all or those under their minimum, with what the catalog calls them", async () => {
    const list = async (asked: { search?: string; low?: boolean } = {}, slice = all) => {
      const read = await odd.inShop((db) => listStock(db, { search: "", low: false, ...asked }, slice));
      return { ...read, rows: read.rows.map(({ nagsNumber }) => nagsNumber) };
    };
    await push(shelf.editStock, {
      id: await idOf("DB09999GTYN"),
      onHand: "5",
      minQty: "5",
      maxQty: "9",
      bin: "",
    });
    expect(await list()).toEqual({
      rows: ["DB09999GTYN", "DW02501GTYN", "FW04771GTYN"],
      total: 3,
      counts: { all: 3, low: 1 },
    });
    expect(await list({ low: true })).toEqual({
      rows: ["FW04771GTYN"],
      total: 1,
      counts: { all: 3, low: 1 },
    });
    expect(await list({}, second)).toMatchObject({ rows: ["DW02501GTYN"], total: 3 });
    expect(await list({ search: "dw 025" })).toEqual({
      rows: ["DW02501GTYN"],
      total: 1,
      counts: { all: 1, low: 0 },
    });
    expect(await list({ search: "dw 025", low: true })).toMatchObject({ rows: [], total: 0 });
    const { rows: named } = await odd.inShop((db) => listStock(db, { search: "", low: false }, all));
    expect(named[0]).toMatchObject({ bin: "", description: "" });
    expect(named[1]?.description).toMatch(/windshield/i);
  });

  it("want as many as fill them again: to the maximum, or else the minimum, and none while there are enough", () => {
    const wanted = (onHand: number, minQty: number, maxQty: number | null) =>
      wantedOf({ onHand, minQty, maxQty });
    expect([wanted(3, 5, 9), wanted(3, 5, null), wanted(5, 5, 9), wanted(6, 5, null)]).toEqual([6, 2, 0, 0]);
  });
});
