import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, type IsoDate } from "@/lib/dates";
import { fingerprint } from "@/lib/fingerprint";
import { isInUse } from "@/lib/tenancy/errors";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { asItWasShown } from "./as-shown";
import { partsFor, partsNumbered } from "./desk-parts";
import type { Batch } from "./import/batches";
import type { ImportColumn } from "./import/columns";
import { saveBatch } from "./import/save-batch";
import { listChanges, listParts, shared } from "./queries";
import { catalogDay } from "./today";
import { refuseCircle } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
let shops: TenantId[];

beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  kernel = database.open({ timeout: 60_000 });
  shops = [await mintTenant(kernel), await mintTenant(kernel)];
});
afterAll(() => database.close());

type Cells = Partial<Record<ImportColumn, string>>;

function batchOf(rows: Cells[]): Batch {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))] as ImportColumn[];
  return {
    columns,
    rows: rows.map((row, index) => [index + 2, ...columns.map((column) => row[column] ?? "")]),
  };
}

const send = (rows: Cells[], { dryRun = false, from = null as Date | null } = {}) =>
  kernel.withSystem((db) => saveBatch(db, { batch: batchOf(rows), from, dryRun }));

const stored = (nagsNumber: string) =>
  kernel.withSystem((db) =>
    db.part.findUnique({ where: { owner_nagsNumber: { ...shared, nagsNumber } }, include: { fits: true } }),
  );

const atDesk = (shop: TenantId, number: string) =>
  kernel.withTenant(shop, (db) => partsNumbered(db, number, catalogDay()));
const CAR = { yearFrom: "2019", yearTo: "2021", make: "Imported", model: "Wagon" };

it("a part is never superseded in a circle, in which the counter would go around", async () => {
  const chain = { DW76001GTYN: "DW76002GTYN", DW76002GTYN: "DW76003GTYN" };
  const description = "Demo";
  await send(
    Object.entries(chain).map(([nagsNumber, supersededBy]) => ({ nagsNumber, supersededBy, description })),
  );
  const supersede = (nagsNumber: string, supersededBy: string | null) =>
    kernel.withSystem((db) => refuseCircle(db, { nagsNumber, supersededBy }));
  await expect(supersede("DW76003GTYN", "DW76001GTYN")).rejects.toThrow("DW76002GTYN is superseded by");
  await supersede("DW76003GTYN", "DW76004GTYN");
  await supersede("DW76004GTYN", "DW76001GTYN");
  await supersede("DW76001GTYN", null);
});

describe("an import", () => {
  it("puts a part on the desks of all shops at once, without a copy", async () => {
    const answer = await send([
      {
        nagsNumber: "DW77001GTYN",
        description: "Demo",
        listPriceCents: "500",
        listEffectiveFrom: "2026-01-01",
        ...CAR,
      },
    ]);
    expect(answer).toEqual({ added: 1, changed: 0, unchanged: 0, faults: [] });
    for (const shop of shops) {
      expect(await atDesk(shop, "DW77001GTYN")).toMatchObject([
        { nagsNumber: "DW77001GTYN", listPriceCents: 50_000 },
      ]);
      const fitting = await kernel.withTenant(shop, (db) =>
        partsFor(db, { year: 2020, make: "Imported", model: "Wagon", bodyStyle: "" }, catalogDay()),
      );
      expect(fitting).toHaveLength(1);
    }
    const { rows } = await database.admin.query(
      "select tenant_id from parts where nags_number = 'DW77001GTYN'",
    );
    expect(rows).toEqual([{ tenant_id: null }]);
  });

  it("done again changes nothing, not even ids", async () => {
    const rows = [{ nagsNumber: "DW77002GTYN", description: "Demo", features: "camera|hud", ...CAR }];
    await send(rows);
    const before = await stored("DW77002GTYN");
    expect(await send(rows)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await stored("DW77002GTYN")).toEqual(before);
  });

  it("changes what it tells and leaves what it does not; vehicles are added to those there", async () => {
    await send([
      {
        nagsNumber: "DW77003GTYN",
        description: "Old words",
        clipsQty: "4",
        listPriceCents: "100",
        listEffectiveFrom: "2026-01-01",
        ...CAR,
      },
    ]);
    const answer = await send(
      [{ nagsNumber: "DW77003GTYN", description: "", listPriceCents: "120", ...CAR, model: "Coupe" }],
      { from: new Date("2026-07-01") },
    );
    expect(answer).toMatchObject({ added: 0, changed: 1, faults: [] });
    const part = await stored("DW77003GTYN");
    expect(part).toMatchObject({
      description: "Old words",
      clipsQty: 4,
      listPriceCents: 12_000,
      listEffectiveFrom: new Date("2026-07-01"),
    });
    expect(part?.fits.map(({ model }) => model).sort()).toEqual(["Coupe", "Wagon"]);
  });

  it("takes a price of a day to come, and every shop quotes by the one before it until that day", async () => {
    const part = { nagsNumber: "DW77021GTYN", description: "Demo" };
    const told = (listPriceCents: string, listEffectiveFrom: string) =>
      send([{ ...part, listPriceCents, listEffectiveFrom }]);
    const priceOn = async (day: string) => {
      const [found] = await kernel.withTenant(shops[0]!, (db) => partsNumbered(db, part.nagsNumber, day));
      return found?.listPriceCents;
    };
    const [today, soon, later] = [0, 20, 40].map((days) => addDays(catalogDay(), days)) as [
      IsoDate,
      IsoDate,
      IsoDate,
    ];
    await told("500", soon);
    expect([await priceOn(today), await priceOn(soon)]).toEqual([null, 50_000]);
    await told("480", "2026-01-01");
    await told("500", soon);
    expect(await told("500", soon)).toMatchObject({ changed: 0, unchanged: 1 });
    expect([await priceOn(today), await priceOn(soon)]).toEqual([48_000, 50_000]);
    await told("520", later);
    expect([await priceOn(today), await priceOn(soon), await priceOn(later)]).toEqual([
      48_000, 48_000, 52_000,
    ]);
  });

  it("beside another of the same parts waits for it, and no vehicle comes twice", async () => {
    const rows = Array.from({ length: 120 }, (_, n) => ({
      nagsNumber: `DW78${String(n).padStart(3, "0")}GTYN`,
      description: "Demo",
      ...CAR,
      model: "Twin",
    }));
    const answers = await Promise.all([send(rows), send(rows.toReversed()), send(rows)]);
    expect(answers.map(({ added, unchanged }) => added - unchanged).toSorted()).toEqual([-120, -120, 120]);
    const fits = await kernel.withSystem((db) => db.partFit.count({ where: { model: "Twin" } }));
    expect(fits).toBe(120);
  });

  it("tried first says the same and writes nothing", async () => {
    const rows = [
      { nagsNumber: "DW77004GTYN", description: "Demo", ...CAR },
      { nagsNumber: "DW77003GTYN", clipsQty: "6" },
    ];
    expect(await send(rows, { dryRun: true })).toMatchObject({ added: 1, changed: 1 });
    expect(await stored("DW77004GTYN")).toBeNull();
    expect(await stored("DW77003GTYN")).toMatchObject({ clipsQty: 4 });
    expect(await send(rows)).toMatchObject({ added: 1, changed: 1 });
  });

  it("leaves out what can't be, and imports the rest", async () => {
    const { faults, added } = await send([
      { nagsNumber: "DW77005GTYN" },
      { nagsNumber: "DW77006GTYN", description: "Demo", listPriceCents: "1" },
      { nagsNumber: "DW77007GTYN", description: "=cmd" },
      { nagsNumber: "DW77008GTYN", description: "Demo" },
    ]);
    expect(added).toBe(1);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [2, "Description"],
      [3, "Price holds from"],
      [4, "Description"],
    ]);
  });

  it("never touches a shop's own part of the number", async () => {
    const [shop] = shops as [TenantId, TenantId];
    await kernel.withTenant(shop, (db) =>
      db.part.create({
        data: {
          nagsNumber: "DW77009GTYN",
          prefix: "DW",
          number: "77009",
          glassPosition: "windshield",
          description: "Our own",
        },
      }),
    );
    await send([{ nagsNumber: "DW77009GTYN", description: "Everyone's" }]);
    expect((await atDesk(shop, "DW77009GTYN"))[0]?.description).toBe("Our own");
    expect((await atDesk(shops[1] as TenantId, "DW77009GTYN"))[0]?.description).toBe("Everyone's");
  });
});

it("an import is one change with the sums of its batches, among the others", async () => {
  const event = (action: string, subject: string, detail: object) =>
    kernel.withSystem((db) =>
      db.platformEvent.create({ data: { userId: randomUUID(), userName: "Sys", action, subject, detail } }),
    );
  const [run, part] = [randomUUID(), randomUUID()];
  const counts = { added: 500, changed: 2, unchanged: 0 };
  await database.admin.query("delete from platform_events");
  const userId = randomUUID();
  for (const file of ["one.csv", "one.csv", "other.csv"])
    await kernel.withSystem((db) =>
      db.platformEvent.create({
        data: { userId, userName: "Sys", action: "parts.import", subject: run, detail: { file, ...counts } },
      }),
    );
  for (const label of ["DW1", "DW2"]) await event("part.edit", part, { label });
  const { rows, total } = await kernel.withSystem((db) => listChanges(db, { skip: 0, take: 3 }));
  expect(total).toBe(4);
  expect(rows.map(({ action, detail }) => ({ action, ...(detail as object) }))).toEqual([
    { action: "part.edit", label: "DW2" },
    { action: "part.edit", label: "DW1" },
    { action: "parts.import", file: "other.csv", ...counts },
  ]);
  const rest = await kernel.withSystem((db) => listChanges(db, { skip: 3, take: 3 }));
  expect(rest.rows[0]?.detail).toEqual({ file: "one.csv", added: 1000, changed: 4, unchanged: 0 });
  const beyond = await kernel.withSystem((db) => listChanges(db, { skip: 50, take: 50 }));
  expect(beyond).toEqual({ rows: [], total: 4 });
});

it("of two who save the same part in the same moment, one is told", async () => {
  await send([{ nagsNumber: "DW77031GTYN", description: "As both saw it" }]);
  const seen = await kernel.withSystem((db) =>
    db.part.findFirstOrThrow({ where: { nagsNumber: "DW77031GTYN" } }),
  );
  const save = (description: string) =>
    kernel.withSystem(async (db) => {
      const read = () => db.part.findUniqueOrThrow({ where: { owner_id: { ...shared, id: seen.id } } });
      const { id } = await asItWasShown(db, fingerprint(seen), read);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await db.part.update({ where: { id }, data: { description } });
    });
  const ends = await Promise.allSettled([save("By one"), save("By another")]);
  expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

describe("the list", () => {
  const find = (asked: object) =>
    kernel.withSystem(async (db) => {
      const none = { search: "", position: "", year: "", make: "", model: "" };
      const { rows } = await listParts(db, { ...none, ...asked }, { skip: 0, take: 50 });
      return rows.map(({ nagsNumber }) => nagsNumber);
    });

  it("finds by how a number begins, by words of a description, and by vehicle", async () => {
    expect(await find({ search: "dw 77002" })).toEqual(["DW77002GTYN"]);
    expect(await find({ search: "words old" })).toEqual(["DW77003GTYN"]);
    expect(await find({ make: "imported", model: "coupe", year: "2021" })).toEqual(["DW77003GTYN"]);
    expect(await find({ make: "imported", year: "2022" })).toEqual([]);
    expect(await find({ make: "imported", position: "door" })).toEqual([]);
  });

  it("shows no shop's own part", async () => {
    const [shop] = shops as [TenantId, TenantId];
    await kernel.withTenant(shop, (db) =>
      db.part.create({
        data: {
          nagsNumber: "DW77010GTYN",
          prefix: "DW",
          number: "77010",
          glassPosition: "windshield",
          description: "Secret",
        },
      }),
    );
    expect(await find({ search: "DW77010GTYN" })).toEqual([]);
  });
});

it("an insurer that a shop's quote names is in use, and stays", async () => {
  const [shop] = shops as [TenantId, TenantId];
  const insurer = await kernel.withSystem((db) => db.insurer.create({ data: { name: "Kept Mutual" } }));
  await database.admin.query("set session_replication_role = replica");
  await database.admin.query(
    `insert into claims (tenant_id, id, job_id, insurer_id, policyholder, policy_number, loss_date, loss_state, cause, deductible_cents)
     values ($1, gen_random_uuid(), gen_random_uuid(), $2, 'x', 'x', '2026-01-01', 'TX', 'x', 0)`,
    [shop, insurer.id],
  );
  await database.admin.query("set session_replication_role = origin");
  const remove = () =>
    kernel.withSystem((db) =>
      db.insurer.delete({ where: { id: insurer.id } }).catch((error) => {
        throw new Error(isInUse(error) ? "in use" : "something else");
      }),
    );
  await expect(remove()).rejects.toThrow("in use");
});

it("thousands of rows come in batch by batch, none lost", async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => ({
    nagsNumber: `FW${String(n).padStart(5, "0")}GTYN`,
    description: "Demo windshield",
    listPriceCents: String(100 + n),
    listEffectiveFrom: "2026-01-01",
    ...CAR,
    model: `Model ${n % 100}`,
  }));
  let added = 0;
  for (let at = 0; at < rows.length; at += 500) added += (await send(rows.slice(at, at + 500))).added;
  expect(added).toBe(3000);
  const { rows: kept } = await database.admin.query(
    "select count(*)::int as parts, sum(list_price_cents)::int as cents from parts where description = 'Demo windshield'",
  );
  expect(kept).toEqual([{ parts: 3000, cents: (3000 * (100 + 3099) * 100) / 2 }]);
});
