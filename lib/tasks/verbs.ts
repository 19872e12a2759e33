import { NotFound, type SystemDb } from "@/lib/tenancy/tenancy";

/**
 * Puts a task that was given up into the queue once more, or takes it away for good.
 * @returns its name. @throws NotFound for one that is there no longer.
 */
export async function endDeadTask(db: SystemDb, { id, again }: { id: string; again: boolean }) {
  const [row] = await db.$queryRaw<
    { task: string | null }[]
  >`select app.end_dead_task(${id}::uuid, ${again}) as task`;
  if (!row?.task) throw new NotFound();
  return { id, task: row.task };
}
