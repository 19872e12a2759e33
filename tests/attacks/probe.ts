import type pg from "pg";
import { ticket } from "@/lib/tenancy/scope";
import { type Hand, plantingOf } from "./furnish";
import type { Shape } from "./shape";

export type Ground = { admin: pg.Client; key: string; shapes: Shape[]; ours: Hand; theirs: Hand };

/** Becomes the app's role in our shop, on the admin's connection and in its open transaction. */
async function becomeOurs({ admin, key, ours }: Ground): Promise<void> {
  const { rows } = await admin.query("select pg_backend_pid() as pid");
  await admin.query("set local role bastion_app");
  await admin.query("select app.enter($1)", [ticket(ours.tenant as never, rows[0].pid, key)]);
}

/**
 * Goes at one table by hand, as our shop, in the admin's open transaction: reads, changes, removes and plants rows of theirs, moves one
 * of ours to them, and hangs one of ours on each row of theirs.
 * @returns a sentence for each that went through; none while the walls stand.
 */
export async function probeTable(ground: Ground, shape: Shape): Promise<string[]> {
  const { admin, ours, theirs } = ground;
  const { table } = shape;
  const owner = shape.kind === "tenant" ? "id" : "tenant_id";
  const found: string[] = [];
  const attempt = async (sql: string, what: string, harmless = (rows: number): boolean => rows === 0) => {
    await admin.query("savepoint attempt");
    const rows = await admin.query(sql).then(
      (result) => result.rowCount ?? 0,
      () => 0,
    );
    await admin.query("rollback to attempt");
    if (!harmless(rows)) found.push(`${table}: ${what}`);
  };
  await admin.query("savepoint probe");
  await admin.query("set local role bastion_app");
  if (shape.kind !== "sharedOrOwn") await attempt(`select from ${table}`, "rows without a shop");
  await admin.query("rollback to probe");
  await becomeOurs(ground);
  await attempt(`select from ${table} where ${owner} = '${theirs.tenant}'`, "their rows read");
  await attempt(
    `select from ${table} where ${owner} = '${ours.tenant}'`,
    "our own rows not read",
    (rows) => rows > 0,
  );
  await attempt(
    `update ${table} set ${owner} = ${owner} where ${owner} = '${theirs.tenant}'`,
    "their rows changed",
  );
  await attempt(`delete from ${table} where ${owner} = '${theirs.tenant}'`, "their rows removed");
  await attempt(
    `update ${table} set ${owner} = '${theirs.tenant}' where ${owner} = '${ours.tenant}'`,
    "our rows moved to them",
  );
  await attempt(`truncate ${table} cascade`, "the table emptied");
  await admin.query("rollback to probe");
  const { clear, attempts } = plantingOf(shape, ours, theirs);
  if (clear) await admin.query(clear);
  await becomeOurs(ground);
  for (const { sql, what } of attempts) await attempt(sql, what);
  await admin.query("rollback to probe");
  return found;
}
