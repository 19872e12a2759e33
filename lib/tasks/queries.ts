import type { SystemDb } from "@/lib/tenancy/tenancy";

type Dead = {
  id: string;
  task: string;
  shop: { name: string; slug: string } | null;
  endedAt: Date;
  problem: string;
};

/** The tasks that were given up, the newest first, 200 at most, with whose they are. */
export async function deadTasks(db: SystemDb): Promise<Dead[]> {
  const rows = await db.$queryRaw<
    { id: string; task: string; scope: string; ended_at: Date; problem: string }[]
  >`select id, task, scope, ended_at, problem from app.dead_tasks()`;
  const ids = rows.map(({ scope }) => scope).filter((scope) => scope !== "system");
  const shops = await db.tenant.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, slug: true },
  });
  return rows.map(({ scope, ended_at, ...row }) => ({
    ...row,
    endedAt: ended_at,
    shop: shops.find(({ id }) => id === scope) ?? null,
  }));
}

/** How many tasks wait, are under way and were given up, and since when the oldest that is due has waited. */
export async function taskCounts(db: SystemDb) {
  const [row] = await db.$queryRaw<
    { waiting: number; running: number; dead: number; oldest: Date | null }[]
  >`select waiting::int, running::int, dead::int, oldest from app.task_counts()`;
  return row ?? { waiting: 0, running: 0, dead: 0, oldest: null };
}
