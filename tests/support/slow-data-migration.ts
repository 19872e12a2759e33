import { setTimeout as sleep } from "node:timers/promises";
import { type DataMigration, migrateData } from "@/lib/tenancy/data-migration";
import { openKernel } from "@/lib/tenancy/kernel";

/** Adds a "+" to each customer's notes: a row that is changed twice shows it. Slow enough to be killed in a transaction. */
export const addPlus: DataMigration = {
  name: "add_plus",
  batch: 5,
  rows: (db, after, take) =>
    db.customer.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take,
      select: { id: true },
    }),
  change: async (db, rows) => {
    const ids = rows.map(({ id }) => id);
    const changed =
      await db.$executeRaw`update customers set notes = notes || '+' where id = any(${ids}::uuid[])`;
    await sleep(Number(process.env.PAUSE ?? 0));
    return changed;
  },
};

// Run by itself, it is the process that the test kills.
if (process.env.PAUSE) {
  const { DATABASE_URL = "", TENANCY_KEY = "" } = process.env;
  const kernel = openKernel({ url: DATABASE_URL, key: TENANCY_KEY });
  await migrateData(kernel, addPlus);
  await kernel.close();
}
