import type { Db, Kernel } from "./kernel";
import type { TenantId } from "./scope";

/** A change to rows that stand already, such as filling a new column from an old one. */
export type DataMigration<Row extends { id: string } = { id: string }> = {
  /** Under this name its progress is kept: never give it to another. */
  name: string;
  /** The next rows to change, in the order of their ids: `where: { id: { gt: after } }, orderBy: { id: "asc" }, take`. */
  rows: (db: Db, after: string | undefined, take: number) => Promise<Row[]>;
  /** Changes these rows. @returns how many it changed, as the database says; it must be all of them. */
  change: (db: Db, rows: Row[]) => Promise<number>;
  /** Rows in a transaction. */
  batch?: number;
};

type Progress = { cursor: string | null; changed: number; done_at: Date | null };
type Step = { changed: number; done: boolean };

/**
 * Changes rows shop by shop, in the shop's own context, in batches of one short transaction each. Progress commits with the rows it
 * tells of, so that a run that was killed goes on where it was and no row is changed twice; two runs at once take turns.
 * Rows that come in meanwhile must be written right by the app already.
 * @param say told a line of progress now and then. @returns how many rows this run changed.
 * @throws an error when a batch changed fewer or more rows than it took; that batch is rolled back, those before it stay.
 */
export async function migrateData<Row extends { id: string }>(
  kernel: Pick<Kernel, "withSystem" | "withTenant">,
  migration: DataMigration<Row>,
  say: (line: string) => void = () => {},
): Promise<number> {
  const shops = await kernel.withSystem((db) =>
    db.tenant.findMany({ select: { id: true, slug: true }, orderBy: { createdAt: "asc" } }),
  );
  let total = 0;
  for (const [index, { id, slug }] of shops.entries()) {
    let inShop = 0;
    for (let batches = 1; ; batches++) {
      const step: Step = await kernel.withTenant(id as TenantId, (db) => nextBatch(db, migration, slug));
      inShop += step.changed;
      if (step.done) break;
      if (batches % 10 === 0) say(`${migration.name}: ${slug}, ${inShop} rows so far`);
    }
    total += inShop;
    say(`${migration.name}: ${slug} done, ${inShop} rows (shop ${index + 1} of ${shops.length})`);
  }
  return total;
}

async function nextBatch<Row extends { id: string }>(
  db: Db,
  { name, rows, change, batch = 500 }: DataMigration<Row>,
  slug: string,
): Promise<Step> {
  const { cursor, changed, done_at } = await lockProgress(db, name);
  if (done_at) return { changed: 0, done: true };
  const taken = await rows(db, cursor ?? undefined, batch);
  const last = taken.at(-1)?.id ?? cursor;
  if (taken.some(({ id }, index) => id <= (taken[index - 1]?.id ?? cursor ?? "")))
    throw new Error(`${name} takes rows out of the order of their ids: it could miss some or never end`);
  const count = taken.length > 0 ? await change(db, taken) : 0;
  if (count !== taken.length)
    throw new Error(
      `${name} changed ${count} of ${taken.length} rows in ${slug}; this batch was rolled back`,
    );
  const done = taken.length < batch;
  await db.dataMigrationProgress.updateMany({
    where: { name },
    data: { cursor: last, changed: changed + count, doneAt: done ? new Date() : null },
  });
  return { changed: count, done };
}

async function lockProgress(db: Db, name: string): Promise<Progress> {
  await db.$executeRaw`insert into data_migration_progress (name) values (${name}) on conflict do nothing`;
  const [progress] = await db.$queryRaw<
    Progress[]
  >`select cursor, changed, done_at from data_migration_progress where name = ${name} for update`;
  if (!progress) throw new Error(`The progress of ${name} can't be kept here`);
  return progress;
}
