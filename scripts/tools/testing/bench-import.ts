import { batchesOf } from "../../../lib/domain/catalog/import/batches.ts";
import { saveBatch } from "../../../lib/domain/catalog/import/save-batch.ts";
import { openKernel } from "../../../lib/tenancy/kernel.ts";
import { appEnvironment, type Database } from "../database/database.ts";

const PARTS = 50_000;
const mapping = {
  nagsNumber: 0,
  description: 1,
  listPriceCents: 2,
  laborMinutes: 3,
  yearFrom: 4,
  yearTo: 5,
  make: 6,
  model: 7,
};
const cells = (n: number) => [
  `FW${String(n).padStart(5, "0")}GTYN`,
  ...["Bench windshield", "512.40", "2.5", "2019", "2023", "Bench", `Model ${n % 3000}`],
];

/** A list of parts as a system administrator imports it, batch by batch: into a catalog without them, then again. */
export async function benchImport(database: Database): Promise<void> {
  const { DATABASE_URL: url, TENANCY_KEY: key } = appEnvironment(database);
  const kernel = openKernel({ url, key, poolSize: 1 });
  const rows = Array.from({ length: PARTS }, (_, n) => ({ row: n + 2, cells: cells(n) }));
  const batches = batchesOf({ rows }, mapping);
  const from = new Date("2026-01-01");
  console.log(`\nImport of ${PARTS.toLocaleString("en-US")} parts in ${batches.length} batches, in seconds`);
  for (const when of ["new", "once more"]) {
    const start = performance.now();
    for (const batch of batches)
      await kernel.withSystem((db) => saveBatch(db, { batch, from, dryRun: false }));
    console.log(`  ${when.padEnd(12)} ${((performance.now() - start) / 1000).toFixed(1)}`);
  }
  await kernel.close();
}
