import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { quote } from "../lib/glass/pricing/quote.ts";
import { CASH, INSURER, PRICES, REQUEST } from "../lib/glass/pricing/quote-fixtures.ts";
import type { Prices } from "../lib/glass/pricing/quote-types.ts";
import { PrismaClient } from "../lib/tenancy/generated/client.ts";
import { openKernel } from "../lib/tenancy/kernel.ts";
import type { TenantId } from "../lib/tenancy/scope.ts";
import { by } from "../lib/tenancy/tenancy.ts";
import fillSearchTerms from "../prisma/data/fill_search_terms.ts";
import { generate } from "./tools/app/generate.ts";
import { appEnvironment, type Database, prepareDatabase } from "./tools/database/database.ts";
import { cloneDatabase } from "./tools/postgres/clone.ts";
import { startScratchPostgres } from "./tools/postgres/postgres.ts";
import { freshSecrets } from "./tools/postgres/secrets.ts";
import { databaseOf, withClient } from "./tools/postgres/sql.ts";
import { main } from "./tools/process/progress.ts";
import { benchImport } from "./tools/testing/bench-import.ts";
import { benchLists } from "./tools/testing/bench-lists.ts";

// Three ways to do the same work for one shop, in turns so that a noisy machine is unfair to none. The first two use a copy of the
// database whose context is a plain, unsigned setting: what one would write by hand.
const ROUNDS = 600;
const WARM_UP = 100;
const SHOPS = 50;
const CUSTOMERS = 200;

type Work = "point read" | "list of 50" | "insert";
type Way = { name: string; work: Record<Work, () => Promise<unknown>> };

const median = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

async function fill(adminUrl: string): Promise<{ tenantId: TenantId; customerId: string }> {
  return withClient(adminUrl, async (client) => {
    await client.query(`
      insert into tenants (id, slug, name) select gen_random_uuid(), 'bench-' || n, 'Bench' from generate_series(1, ${SHOPS}) n;
      insert into customers (tenant_id, id, name) select t.id, gen_random_uuid(), 'Customer ' || n from tenants t, generate_series(1, ${CUSTOMERS}) n;
      analyze`);
    const { rows } = await client.query("select tenant_id, id from customers limit 1");
    return { tenantId: rows[0].tenant_id, customerId: rows[0].id };
  });
}

/** Replaces the signed context by a setting that anyone may set. */
const unsign = (adminUrl: string) =>
  withClient(adminUrl, (client) =>
    client.query(`create or replace function app.tenant_id() returns uuid language sql stable
      as $$ select nullif(current_setting('bench.tenant', true), '')::uuid $$`),
  );

async function byHand(
  url: string,
  tenantId: string,
  customerId: string,
): Promise<Way & { close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const inTransaction = async (sql: string, values: unknown[]) => {
    await client.query("begin");
    await client.query("select set_config('bench.tenant', $1, true)", [tenantId]);
    const result = await client.query(sql, values);
    await client.query("commit");
    return result.rows;
  };
  return {
    name: "pg by hand",
    work: {
      "point read": () =>
        inTransaction("select * from customers where tenant_id = $1 and id = $2", [tenantId, customerId]),
      "list of 50": () =>
        inTransaction("select * from customers where tenant_id = $1 order by name limit 50", [tenantId]),
      insert: () =>
        inTransaction("insert into customers (tenant_id, id, name) values ($1, $2, 'New') returning *", [
          tenantId,
          randomUUID(),
        ]),
    },
    close: () => client.end(),
  };
}

function byPrisma(url: string, tenantId: string, customerId: string): Way & { close: () => Promise<void> } {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }) });
  type Transaction = Parameters<Parameters<typeof prisma.$transaction>[0]>[0];
  const inTransaction = (run: (tx: Transaction) => Promise<unknown>) =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('bench.tenant', ${tenantId}, true)`;
      return run(tx);
    });
  return {
    name: "Prisma by hand",
    work: {
      "point read": () =>
        inTransaction((tx) =>
          tx.customer.findUnique({ where: { tenantId_id: { tenantId, id: customerId } } }),
        ),
      "list of 50": () =>
        inTransaction((tx) =>
          tx.customer.findMany({ where: { tenantId }, orderBy: { name: "asc" }, take: 50 }),
        ),
      insert: () => inTransaction((tx) => tx.customer.create({ data: { tenantId, name: "New" } })),
    },
    close: () => prisma.$disconnect(),
  };
}

function byKernel(
  database: Database,
  tenantId: TenantId,
  customerId: string,
): Way & { close: () => Promise<void> } {
  const { DATABASE_URL: url, TENANCY_KEY: key } = appEnvironment(database);
  const kernel = openKernel({ url, key, poolSize: 1 });
  return {
    name: "withTenant",
    work: {
      "point read": () =>
        kernel.withTenant(tenantId, (db) => db.customer.findUnique({ where: by("id", customerId) })),
      "list of 50": () =>
        kernel.withTenant(tenantId, (db) => db.customer.findMany({ orderBy: { name: "asc" }, take: 50 })),
      insert: () => kernel.withTenant(tenantId, (db) => db.customer.create({ data: { name: "New" } })),
    },
    close: kernel.close,
  };
}

async function measure(ways: Way[], work: Work): Promise<number[]> {
  const times = ways.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [index, way] of ways.entries()) {
      const start = performance.now();
      await way.work[work]();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

async function benchTenancy(): Promise<void> {
  const postgres = await startScratchPostgres();
  try {
    const signed: Database = { adminUrl: postgres.adminUrl, secrets: freshSecrets() };
    await prepareDatabase(signed);
    const { tenantId, customerId } = await fill(signed.adminUrl);
    const plain: Database = {
      ...signed,
      adminUrl: await cloneDatabase(signed.adminUrl, databaseOf(signed.adminUrl), "bench_plain"),
    };
    await unsign(plain.adminUrl);
    const plainUrl = appEnvironment(plain).DATABASE_URL;
    const ways = [
      await byHand(plainUrl, tenantId, customerId),
      byPrisma(plainUrl, tenantId, customerId),
      byKernel(signed, tenantId, customerId),
    ];
    console.log(
      `\nOne transaction for one of ${SHOPS} shops with ${CUSTOMERS} customers each, medians of ${ROUNDS} in milliseconds`,
    );
    console.log("               pg by hand   Prisma by hand   withTenant   withTenant / Prisma by hand");
    for (const work of ["point read", "list of 50", "insert"] as const) {
      const [hand = 0, prisma = 0, kernel = 0] = await measure(ways, work);
      const cells = [
        hand.toFixed(2).padStart(10),
        prisma.toFixed(2).padStart(14),
        kernel.toFixed(2).padStart(10),
        (kernel / prisma).toFixed(2).padStart(12),
      ];
      console.log(`  ${work.padEnd(12)} ${cells.join("   ")}`);
    }
    for (const way of ways) await way.close();
    await benchLists(signed, fillSearchTerms);
    await benchImport(signed);
  } finally {
    await postgres.stop();
  }
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Trips by distance, areas with their own tax and suppliers with agreements: all that a quote may have to look through. */
const busy: Prices = {
  ...PRICES,
  shop: {
    ...CASH,
    mobile: {
      mode: "rings",
      rings: numbered(5).map((ring) => ({ upToMiles: 5 + ring, cents: 1_000 * ring })),
      beyondCentsPerMile: 200,
    },
  },
  taxAreas: numbered(20).map((area) => ({
    name: `Area ${area}`,
    state: "",
    zips: [`78${6 + (area % 4)}${area}`],
    jurisdictions: PRICES.jurisdictions,
    taxableKinds: PRICES.taxableKinds,
  })),
  suppliers: numbered(4).map((supplier) => ({
    name: `Supplier ${supplier}`,
    preferred: supplier === 0,
    terms: numbered(25).map((term) => ({ pattern: `DW0${term}*`, kind: "discount", bps: 7_000 })),
  })),
};

function benchQuotes(): void {
  const unknownCost = REQUEST.items.map((item) => ({ ...item, costCents: null }));
  const requests = [
    { ...REQUEST, items: unknownCost },
    { ...REQUEST, insurance: { deductibleCents: 100_00, stated: false } },
  ];
  const prices = [busy, { ...PRICES, shop: CASH, profile: INSURER }];
  const SECONDS = 2;
  let count = 0;
  const start = performance.now();
  for (; performance.now() - start < SECONDS * 1000; count++)
    quote(requests[count % 2] ?? REQUEST, prices[count % 2] ?? PRICES);
  console.log(
    `\nQuotes on one core: ${Math.round(count / SECONDS).toLocaleString("en-US")} a second, eight lines each`,
  );
}

await main(async () => {
  await generate();
  await benchTenancy();
  benchQuotes();
  return 0;
});
