import { openKernel } from "../../lib/tenancy/kernel";
import { asOwner, withClient } from "../../scripts/tools/postgres/sql";
import { makeShops } from "./demo/shops";
import { loadCatalog } from "./reference/catalog";
import { reasonCodes } from "./reference/reason-codes";
import { importVpic } from "./reference/vpic";

export { demoLogins } from "./demo/people";

type Environment = { DATABASE_URL: string; TENANCY_KEY: string };

/** Fills the shared rooms: vehicles from NHTSA's vPIC, the demo catalog, insurers, reason codes. Doing it again changes nothing. */
export async function seedReference(adminUrl: string): Promise<void> {
  await withClient(asOwner(adminUrl), importVpic);
  await withKernel(process.env as unknown as Environment, (kernel) =>
    kernel.withSystem(async (db) => {
      await loadCatalog(db);
      await db.reasonCode.createMany({ data: reasonCodes, skipDuplicates: true });
    }),
  );
  // The planner must know at once that shared rows are many, and not when the server next looks by itself.
  await withClient(asOwner(adminUrl), (client) => client.query("analyze parts, part_fits"));
}

/** Makes the three demo shops, through the kernel and as the app's role: seeds meet the same walls as anyone. */
export async function seedDemo(environment: Environment): Promise<void> {
  await withKernel(environment, (kernel) => makeShops(kernel, new Date()));
}

async function withKernel(
  { DATABASE_URL, TENANCY_KEY }: Environment,
  work: (kernel: ReturnType<typeof openKernel>) => Promise<void>,
): Promise<void> {
  // Nobody waits for a seed's transaction, and a busy machine may need long for it.
  const kernel = openKernel({ url: DATABASE_URL, key: TENANCY_KEY, timeout: 24 * 60 * 60_000 });
  await work(kernel).finally(() => kernel.close());
}
