import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { getStock, listStock, wantedOf } from "@/lib/domain/inventory/queries";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { type Db, NotFound } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { loadPriceBook } from "./book";
import { getSupplier, listSuppliers } from "./suppliers/queries";
import { EditSupplier, NewSupplier } from "./suppliers/supplier";
import { addSupplier, editSupplier } from "./suppliers/verbs";
import { EditTaxArea, NewTaxArea } from "./tax/area";
import { addTaxArea, changeTaxArea } from "./tax/verbs";
import { getVersion, listVersions } from "./versions/queries";
import { goBack, recordChange } from "./versions/verbs";

const author = { userId: randomUUID(), userName: "Ann Owner", timeZone: "America/Chicago" } as Actor;
const at = { skip: 0, take: 50 };

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let other: TenantId;
const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
const inOther = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(other, run);
const change = <Result>(work: (db: Db) => Promise<Result>) =>
  inShop((db) =>
    recordChange(db, author, { reason: "", effectiveFrom: null, madeOn: null }, async () => {
      await work(db);
      return {};
    }),
  );

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  other = await mintTenant(kernel);
});
afterAll(() => database.close());

describe("a supplier's agreement", () => {
  const rules = (value: string) => [{ pattern: "DW*", kind: "discount", value }];
  const terms = () => inShop(async (db) => (await loadPriceBook(db)).suppliers[0]?.terms[0]?.bps);

  it("is a version of prices, and comes back with an earlier one: how to reach it does not", async () => {
    await change((db) => addSupplier(db, NewSupplier.parse({ name: "Depot", rules: rules("70") })));
    const { rows } = await inShop((db) => listSuppliers(db, at));
    const id = rows[0]?.id ?? "";
    const edited = { id, name: "Depot", phone: "512 555 0100", rules: rules("75") };
    await change((db) => editSupplier(db, EditSupplier.parse(edited)));
    expect(await terms()).toBe(7_500);
    const versions = await inShop((db) => listVersions(db, author, at));
    expect(versions.rows[0]?.summary).toBe("Depot DW*: 70% off list → 75% off list");
    await inShop((db) => goBack(db, author, versions.rows[1]?.id ?? ""));
    expect(await terms()).toBe(7_000);
    expect(await inShop((db) => getSupplier(db, id))).toMatchObject({ phone: "+15125550100" });
    await expect(inOther((db) => getSupplier(db, id))).rejects.toThrow(NotFound);
    const twin = inShop((db) => addSupplier(db, NewSupplier.parse({ name: "depot" })));
    await expect(twin).rejects.toThrow("There is a supplier called Depot already.");
  });

  it("is none in a version from before agreements were kept", async () => {
    const { rows } = await inShop((db) => listVersions(db, author, at));
    const first = rows.at(-1)?.id ?? "";
    const cash = { id: randomUUID(), name: "Cash", payer: "cash", insurerId: null, laborMode: "hourly" };
    const profile = { ...cash, laborCents: 6_000, mobileCents: 3_500, rules: [] };
    const old = { profiles: [profile], parts: [], taxes: [], settings: null };
    // A version stands: only above the walls can one be made to look old.
    await database.admin.query("update price_versions set snapshot = $1 where id = $2", [old, first]);
    const { changes } = await inShop((db) => getVersion(db, author, first));
    expect(changes).toMatchObject([{ what: "Cash prices", before: "none" }]);
    await inShop((db) => goBack(db, author, first));
    expect(await inShop((db) => loadPriceBook(db))).toMatchObject({
      cash: { mobile: { mode: "flat", cents: 3_500 } },
      accounts: {},
      suppliers: [],
      taxAreas: [],
    });
  });
});

describe("tax areas", () => {
  it("never reach for the same place twice", async () => {
    const add = (typed: object) => inShop((db) => addTaxArea(db, NewTaxArea.parse(typed)));
    const { id } = await add({ name: "Round Rock", zips: "78664 78681" });
    await add({ name: "Oklahoma", state: "OK" });
    await expect(add({ name: "round rock", zips: "787" })).rejects.toThrow("an area called Round Rock");
    await expect(add({ name: "North", zips: "786, 78681" })).rejects.toThrow("78681 is in Round Rock");
    await expect(add({ name: "Tulsa", state: "OK" })).rejects.toThrow("All of OK is Oklahoma already.");
    await add({ name: "Tulsa", state: "OK", zips: "741" });
    const same = EditTaxArea.parse({ id, name: "Round Rock", zips: "78664" });
    expect(await inShop((db) => changeTaxArea(db, same))).toMatchObject({ zips: ["78664"] });
    await expect(inOther((db) => changeTaxArea(db, same))).rejects.toThrow(NotFound);
  });
});

describe("stock", () => {
  it("lists what is under its minimum, this shop's alone", async () => {
    await inShop((db) =>
      db.stockItem.createMany({
        data: [
          { nagsNumber: "DW02501GTYN", onHand: 1, minQty: 2, maxQty: 5, bin: "B4" },
          { nagsNumber: "DW02502GTYN", onHand: 2, minQty: 2 },
        ],
      }),
    );
    const low = await inShop((db) => listStock(db, { search: "0250", low: true }, at));
    expect(low).toMatchObject({
      rows: [{ nagsNumber: "DW02501GTYN", description: expect.stringContaining("RAV4") }],
      total: 1,
      counts: { all: 2, low: 1 },
    });
    expect(low.rows.map(wantedOf)).toEqual([4]);
    expect((await inOther((db) => listStock(db, { search: "", low: false }, at))).total).toBe(0);
    await expect(inOther((db) => getStock(db, low.rows[0]?.id ?? ""))).rejects.toThrow(NotFound);
  });
});
