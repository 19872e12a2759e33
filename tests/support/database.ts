import { randomUUID } from "node:crypto";
import pg from "pg";
import { type Kernel, type KernelOptions, openKernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { cloneDatabase } from "@/scripts/tools/postgres/clone";
import { asOwner, databaseOf, urlWith } from "@/scripts/tools/postgres/sql";

export type TestDatabase = {
  adminUrl: string;
  /** Postgres address of the app's role. */
  appUrl: string;
  key: string;
  /** A superuser's connection: sees over all walls, to arrange and to look. */
  admin: pg.Client;
  /** A kernel on this database, closed with it. */
  open: (options?: Partial<KernelOptions>) => Kernel;
  /** Runs SQL as the tables' owner. */
  asOwner: (sql: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Milliseconds, on any machine: a transaction that takes so long never ends. */
const HANGS = 30 * 60_000;

/** The database of this test run; `own` gives a copy of its template to break as one likes. */
export async function openTestDatabase({ own = false } = {}): Promise<TestDatabase> {
  const { TEST_ADMIN_URL, TEST_TEMPLATE, DATABASE_URL, TENANCY_KEY } = process.env;
  if (!TEST_ADMIN_URL || !TEST_TEMPLATE || !DATABASE_URL || !TENANCY_KEY)
    throw new Error("Run database tests by `npm test -- db`");
  const adminUrl = own
    ? await cloneDatabase(TEST_ADMIN_URL, TEST_TEMPLATE, `own_${randomUUID().slice(0, 8)}`)
    : TEST_ADMIN_URL;
  const appUrl = urlWith(DATABASE_URL, { database: databaseOf(adminUrl) });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const kernels: Kernel[] = [];
  return {
    adminUrl,
    appUrl,
    key: TENANCY_KEY,
    admin,
    open(options) {
      const limits = { wait: HANGS, timeout: HANGS };
      const kernel = openKernel({ url: appUrl, key: TENANCY_KEY, poolSize: 4, ...limits, ...options });
      kernels.push(kernel);
      return kernel;
    },
    async asOwner(sql) {
      const client = new pg.Client({ connectionString: asOwner(adminUrl) });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
    async close() {
      for (const kernel of kernels) await kernel.close();
      await admin.end();
    },
  };
}

/** A new shop, empty. Each test mints its own, so that tests don't meet. */
export async function mintTenant(kernel: Kernel, name = "Test Glass"): Promise<TenantId> {
  const slug = `test-${randomUUID().slice(0, 13)}`;
  const tenant = await kernel.withSystem((db) => db.tenant.create({ data: { slug, name } }));
  return tenant.id as TenantId;
}

/** A new person who works in a shop. */
export async function mintMember(
  kernel: Kernel,
  tenantId: TenantId,
  role: "owner" | "admin" | "counter" | "technician",
) {
  const email = `${randomUUID().slice(0, 13)}@test.example`;
  const user = await kernel.withSystem((db) => db.user.create({ data: { email, name: `Test ${role}` } }));
  const membership = await kernel.withSystem((db) =>
    db.membership.create({ data: { tenantId, userId: user.id, role } }),
  );
  return { userId: user.id, membershipId: membership.id, email };
}

/** A customer with a vehicle, which is what most work starts from. */
export async function mintCustomer(kernel: Kernel, tenantId: TenantId, name = "Ann Example") {
  return kernel.withTenant(tenantId, async (db) => {
    const customer = await db.customer.create({ data: { name, phone: "+15125550188" } });
    const vehicle = await db.vehicle.create({
      data: { customerId: customer.id, year: 2021, make: "Toyota", model: "RAV4", plate: "ABC1234" },
    });
    return { customer, vehicle };
  });
}
