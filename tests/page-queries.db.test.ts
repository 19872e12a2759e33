import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { getCustomer, listCustomers } from "@/lib/domain/customers/queries";
import { listStock } from "@/lib/domain/inventory/queries";
import { getJob, listJobs } from "@/lib/domain/jobs/queries";
import { getInvoice, listInvoices } from "@/lib/domain/ledger/queries";
import { recentQuotes } from "@/lib/domain/pricing/preview/recent-quotes";
import { loadOverview } from "@/lib/domain/pricing/queries";
import { listSuppliers } from "@/lib/domain/pricing/suppliers/queries";
import { getQuote, listQuotes } from "@/lib/domain/quotes/queries";
import { seenByCustomer } from "@/lib/domain/quotes/signing/seen";
import { getToday } from "@/lib/domain/reports/today";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { makeShops } from "@/prisma/seed/demo/shops";
import { countQueries } from "./support/count-queries";
import { openTestDatabase, type TestDatabase } from "./support/database";

// A page costs a fixed number of queries, however long its list: the one-van shop's as many as the busy one's.
let database: TestDatabase;
let kernel: Kernel;
let [small, busy]: TenantId[] = [];

beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  kernel = database.open();
  await makeShops(kernel, new Date());
  const { rows } = await database.admin.query(
    "select id from tenants where slug in ('harbor-glass', 'summit-glass') order by slug",
  );
  [small, busy] = rows.map((row) => row.id as TenantId);
});
afterAll(() => database.close());

const at = { skip: 0, take: 50 };
const now = new Date();
const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
const first = async (db: Db, model: "customer" | "quote" | "job" | "invoice") =>
  (await (db[model] as Db["customer"]).findFirstOrThrow({ orderBy: { createdAt: "asc" } })).id;

const pages: [string, number, (db: Db) => Promise<unknown>][] = [
  ["today", 17, (db) => getToday(db, { timeZone: "America/Chicago", role: "owner" } as Actor, now)],
  ["customers", 4, (db) => listCustomers(db, "", false, at)],
  ["customers, searched", 4, (db) => listCustomers(db, "garcia", false, at)],
  ["one customer", 11, async (db) => getCustomer(db, await first(db, "customer"))],
  ["quotes", 5, (db) => listQuotes(db, "", null, at)],
  ["one quote", 11, async (db) => getQuote(db, await first(db, "quote"))],
  [
    "a quote as its customer sees it",
    18,
    async (db) => {
      const quote = { payer: "insurance" as const, validUntil: { gte: today } };
      const { id } = await db.quoteLink.findFirstOrThrow({ where: { quote } });
      await db.quoteLink.updateMany({ where: { id }, data: { openedAt: null } });
      return seenByCustomer(db, id);
    },
  ],
  ["jobs", 5, (db) => listJobs(db, { tab: "upcoming", search: "", today, at })],
  ["one job", 13, async (db) => getJob(db, await first(db, "job"))],
  ["invoices", 5, (db) => listInvoices(db, { tab: "open", search: "", at })],
  ["one invoice", 12, async (db) => getInvoice(db, await first(db, "invoice"))],
  ["suppliers", 3, (db) => listSuppliers(db, at)],
  ["the newest quotes to try prices on", 7, (db) => recentQuotes(db, "2026-11-21", "America/Chicago")],
  ["stock", 6, (db) => listStock(db, { search: "", low: true }, at)],
  ["pricing", 9, (db) => loadOverview(db)],
];

const count = (tenantId: TenantId | undefined, page: (db: Db) => Promise<unknown>) =>
  countQueries(() => kernel.withTenant(tenantId as TenantId, page));

it.each(pages)("%s: at most %i queries, and no more for a busy shop", async (_name, most, page) => {
  const [few, many] = [await count(small, page), await count(busy, page)];
  expect(few).toBeGreaterThan(0);
  expect(many).toBeLessThanOrEqual(most);
  expect(many - few).toBeLessThanOrEqual(1);
});
