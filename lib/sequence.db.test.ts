import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { meet } from "@/tests/support/meet";
import { audit } from "./doors/audit";
import { nextNumber } from "./sequence";
import type { Db, Kernel } from "./tenancy/kernel";

let database: TestDatabase;
let kernel: Kernel;
beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
});
afterAll(() => database.close());
const shopOf = async () => {
  const shop = await mintTenant(kernel);
  return <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
};

it("numbers begin at 1001 in every shop, each sequence by itself", async () => {
  const [one, other] = [await shopOf(), await shopOf()];
  const next = (inShop: typeof one, name: string) => inShop((db) => nextNumber(db, name));
  expect([await next(one, "quote"), await next(one, "quote"), await next(one, "invoice")]).toEqual([
    1001, 1002, 1001,
  ]);
  expect(await next(other, "quote")).toBe(1001);
});

it("a number that was not kept is given again, and who asks meanwhile waits", async () => {
  const inShop = await shopOf();
  const next = (db: Db) => nextNumber(db, "quote");
  await inShop(next);
  const failing = inShop(async (db) => {
    await next(db);
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  const { first, second, waited } = await meet(inShop, next, next);
  expect([first, second, waited]).toMatchObject([{ value: 1002 }, { value: 1003 }, true]);
});

it("the first number of a shop is given once to two who ask in the same moment", async () => {
  const inShop = await shopOf();
  const next = (db: Db) => nextNumber(db, "quote");
  const { first, second, waited } = await meet(inShop, next, next);
  expect([first, second, waited]).toMatchObject([{ value: 1001 }, { value: 1002 }, true]);
});

it("an audit row says who did what to what, and is gone with what was not done", async () => {
  const inShop = await shopOf();
  const [userId, subject] = [randomUUID(), randomUUID()];
  const who = { userId, userName: "Ann" };
  await inShop((db) =>
    audit(db, who, { action: "job.start", subject, detail: { at: new Date(0), left: undefined } }),
  );
  await inShop((db) =>
    audit(db, { userId: null, userName: "Customer" }, { action: "quote.sign", detail: undefined }),
  );
  const undone = inShop(async (db) => {
    await audit(db, who, { action: "job.never", detail: {} });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  const rows = await inShop((db) =>
    db.auditEvent.findMany({ orderBy: { id: "asc" }, omit: { id: true, at: true, tenantId: true } }),
  );
  expect(rows).toEqual([
    { ...who, action: "job.start", subject, detail: { at: "1970-01-01T00:00:00.000Z" } },
    { userId: null, userName: "Customer", action: "quote.sign", subject: null, detail: {} },
  ]);
});
