import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listParts, searchCatalog } from "@/lib/domain/pricing/overrides/queries";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { type Db, NotFound } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { meet } from "@/tests/support/meet";
import { keptNumber } from "../catalog";
import { getShopPart, listShopParts } from "./queries";
import { NewShopPart } from "./shop-part";
import { addShopPart, editShopPart, removeShopPart } from "./verbs";

const TODAY = "2026-11-21";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let other: TenantId;
const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
const inOther = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(other, run);

const form = {
  nagsNumber: "RV-1234",
  glassPosition: "windshield",
  description: "Vista windshield",
  side: "",
  listPriceCents: "900",
  laborMinutes: "2",
  kitHalves: "1",
  clipsQty: "0",
  calibration: "none",
  fits: [{ yearFrom: "2019", yearTo: "2024", make: "Winnebago", model: "Vista", bodyStyle: "" }],
};
const told = (more: object = {}) => NewShopPart.parse({ ...form, ...more });
const page = { skip: 0, take: 50 };

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
beforeEach(async () => {
  [shop, other] = [await mintTenant(kernel), await mintTenant(kernel)];
});
afterAll(() => database.close());

it("is kept with its vehicles, listed by number and by words, and nobody else's", async () => {
  const id = await inShop((db) => addShopPart(db, told()));
  expect(await inShop((db) => getShopPart(db, id))).toMatchObject({
    nagsNumber: "RV-1234",
    listPriceCents: 90_000,
    fits: [{ make: "Winnebago", yearTo: 2024 }],
  });
  for (const search of ["", "rv12", "rv-1234", "windshield vista"])
    expect((await inShop((db) => listShopParts(db, search, page))).total, search).toBe(1);
  expect((await inShop((db) => listShopParts(db, "door", page))).total).toBe(0);
  expect((await inOther((db) => listShopParts(db, "", page))).total).toBe(0);
  await expect(inOther((db) => getShopPart(db, id))).rejects.toThrow(NotFound);
});

describe("a number that is taken", () => {
  it("is refused beside its field, however its dashes stand, and only in this shop", async () => {
    const id = await inShop((db) => addShopPart(db, told()));
    await expect(inShop((db) => addShopPart(db, told({ nagsNumber: "rv12-34" })))).rejects.toMatchObject({
      message: "RV-1234 is one of your parts already.",
      field: "nagsNumber",
    });
    await inShop((db) => editShopPart(db, { id, ...told({ nagsNumber: "RV12-34" }) }));
    await inOther((db) => addShopPart(db, told()));
  });

  it("is refused where the shared catalog has it", async () => {
    await expect(inShop((db) => addShopPart(db, told({ nagsNumber: "DW02501GTYN" })))).rejects.toMatchObject({
      message: expect.stringMatching(/shared catalog already/),
      field: "nagsNumber",
    });
  });
});

it("changes whole, its vehicles too", async () => {
  const id = await inShop((db) => addShopPart(db, told()));
  await inShop((db) => editShopPart(db, { id, ...told({ description: "Other", fits: [] }) }));
  expect(await inShop((db) => getShopPart(db, id))).toMatchObject({ description: "Other", fits: [] });
});

it("of two who change it in the same moment, has the second's vehicles and no other", async () => {
  const id = await inShop((db) => addShopPart(db, told()));
  const edit = (model: string) => (db: Db) =>
    editShopPart(db, { id, ...told({ description: model, fits: [{ ...form.fits[0], model }] }) });
  const { first, second, waited } = await meet(inShop, edit("Adventurer"), edit("Brave"));
  expect([first.status, second.status, waited]).toEqual(["fulfilled", "fulfilled", true]);
  const { description, fits } = await inShop((db) => getShopPart(db, id));
  expect([description, ...fits.map(({ model }) => model)]).toEqual(["Brave", "Brave"]);
});

it("is deleted with its vehicles", async () => {
  const id = await inShop((db) => addShopPart(db, told()));
  expect(await inShop((db) => removeShopPart(db, id))).toBe("RV-1234");
  await expect(inShop((db) => getShopPart(db, id))).rejects.toThrow(NotFound);
  expect(await inShop((db) => db.partFit.count({ where: { partId: id } }))).toBe(0);
});

it("no shop edits or deletes a shared part, or another shop's", async () => {
  const theirs = await inOther((db) => addShopPart(db, told()));
  const shared = await inShop((db) => db.part.findFirstOrThrow({ where: { nagsNumber: "DW02501GTYN" } }));
  for (const id of [theirs, shared.id, "7"]) {
    await expect(
      inShop((db) => getShopPart(db, id)),
      id,
    ).rejects.toThrow(NotFound);
    await expect(
      inShop((db) => editShopPart(db, { id, ...told() })),
      id,
    ).rejects.toThrow(NotFound);
    await expect(
      inShop((db) => removeShopPart(db, id)),
      id,
    ).rejects.toThrow(NotFound);
  }
  expect(await inOther((db) => getShopPart(db, theirs))).toMatchObject({ fits: [{ model: "Vista" }] });
});

it("has a price of its own and is found to try prices on, whatever dashes are typed", async () => {
  await inShop((db) => addShopPart(db, told()));
  const kept = (typed: string) => inShop((db) => keptNumber(db, typed, "nagsNumber"));
  expect(await kept("rv1234")).toBe("RV-1234");
  expect(await kept("dw 1256 gtyn")).toBe("DW01256GTYN");
  await expect(kept("RV-9999")).rejects.toMatchObject({ field: "nagsNumber" });
  await expect(inOther((db) => keptNumber(db, "RV-1234", "nagsNumber"))).rejects.toThrow(/None of your own/);
  await inShop((db) => db.partOverride.create({ data: { nagsNumber: "RV-1234", priceCents: 1 } }));
  for (const typed of ["rv-12", "RV-1234", ""])
    expect((await inShop((db) => listParts(db, typed, page, TODAY))).rows, typed).toMatchObject([
      { part: { description: "Vista windshield" } },
    ]);
  const offered = await inShop((db) => searchCatalog(db, "rv12", TODAY));
  expect(offered.map(({ value }) => value)).toEqual(["RV-1234"]);
});

it("numbers that begin with what is typed are offered before descriptions that hold it", async () => {
  await inShop((db) => addShopPart(db, told({ nagsNumber: "A1-X", description: "Takes the clip of ZZ77" })));
  await inShop((db) => addShopPart(db, told({ nagsNumber: "ZZ77-1", description: "Roof glass" })));
  const offered = await inShop((db) => searchCatalog(db, "zz77", TODAY));
  expect(offered.map(({ value }) => value)).toEqual(["ZZ77-1", "A1-X"]);
});
