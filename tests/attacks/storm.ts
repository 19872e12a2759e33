import type pg from "pg";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintTenant } from "@/tests/support/database";

type Weather = {
  kernel: Kernel;
  /** Ends and cancels what the kernel's connections do. */
  admin: pg.Client;
  shops: TenantId[];
  visits: number;
};

const of = (random: () => number) => ({ chance: (one: number) => random() < 1 / one });

/** Fifty shops, each with one customer that has the shop's id for a name. */
export async function mintShops(kernel: Kernel, count: number): Promise<TenantId[]> {
  const shops: TenantId[] = [];
  for (let made = 0; made < count; made++) {
    const shop = await mintTenant(kernel, "Storm Glass");
    await kernel.withTenant(shop, (db) => db.customer.create({ data: { name: shop } }));
    shops.push(shop);
  }
  return shops;
}

class Foreign extends Error {}

/** Everything this transaction can see must be this shop's, by Prisma and by SQL. @throws Foreign when it isn't. */
async function lookAround(db: Db, shop: TenantId): Promise<void> {
  const seen = await db.$queryRaw<
    { tenant_id: string; name: string }[]
  >`select tenant_id, name from customers`;
  const found = await db.customer.findMany({ select: { tenantId: true, id: true } });
  // Prisma gathers findUnique calls of one tick into one query: those of other transactions must stay out of it.
  const key = (id: string) => ({ where: { tenantId_id: { tenantId: shop, id } } });
  const again = await Promise.all(found.map(({ id }) => db.customer.findUnique(key(id))));
  const owners = [
    ...seen.map((row) => row.tenant_id),
    ...found.map((row) => row.tenantId),
    ...again.map((row) => row?.tenantId),
  ];
  const outsiders = owners.filter((id) => id !== shop);
  if (outsiders.length || seen.length === 0)
    throw new Foreign(`${shop} saw ${seen.length} rows, ${outsiders.length} of others`);
}

async function misbehave(db: Db, random: () => number): Promise<void> {
  const { chance } = of(random);
  if (chance(8)) throw new Error("changed my mind");
  if (chance(8)) await db.$executeRaw`select 1 / 0`;
  if (chance(20)) await db.$executeRaw`select set_config('statement_timeout', '1', true), pg_sleep(0.05)`;
  if (chance(8))
    await db.$executeRaw`select set_config('app.context', 'left behind', false), pg_advisory_lock_shared(9)`;
  if (chance(10)) await db.$executeRaw`commit`;
}

/**
 * Thousands of visits to many shops at once, with failures of every kind, while backends are ended and queries cancelled from outside.
 * @returns how visits ended: `foreign` must be empty; the rest tells that the storm was one.
 */
export async function storm({ kernel, admin, shops, visits }: Weather, random: () => number = Math.random) {
  const ended = { well: 0, badly: 0, foreign: [] as string[] };
  // Counted in visits and not in seconds, so that a slow machine meets the same storm.
  const disturbances: Promise<unknown>[] = [];
  const disturb = () => {
    const how = random() < 0.5 ? "pg_terminate_backend" : "pg_cancel_backend";
    disturbances.push(
      admin.query(
        `select ${how}(pid) from pg_stat_activity where usename = 'bastion_app' and datname = current_database() order by random() limit 1`,
      ),
    );
  };
  const visit = async (): Promise<void> => {
    const shop = shops[Math.floor(random() * shops.length)] as TenantId;
    if (random() < 0.1) disturb();
    try {
      await kernel.withTenant(shop, async (db) => {
        await lookAround(db, shop);
        if (random() < 0.3) await misbehave(db, random);
        else await lookAround(db, shop);
      });
      ended.well++;
    } catch (error) {
      ended.badly++;
      if (error instanceof Foreign) ended.foreign.push(error.message);
    }
  };
  let left = visits;
  const visitor = async () => {
    while (left-- > 0) await visit();
  };
  await Promise.all(Array.from({ length: 40 }, visitor));
  await Promise.all(disturbances);
  return ended;
}

/** What lies about on each connection of a pool, taken all at once so that none is looked at twice. */
export async function leftOn(pool: pg.Pool, size: number): Promise<object[]> {
  const clients = await Promise.all(Array.from({ length: size }, () => pool.connect()));
  try {
    return await Promise.all(
      clients.map(async (client) => {
        const { rows } = await client.query(`
          select coalesce(current_setting('app.context', true), '') as context, current_setting('statement_timeout') as timeout,
            now() = statement_timestamp() as outside, (select count(*)::int from customers) as customers,
            (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks`);
        return rows[0];
      }),
    );
  } finally {
    for (const client of clients) client.release();
  }
}
