import { setTimeout as sleep } from "node:timers/promises";

type Asks = {
  $queryRaw: <Row>(text: TemplateStringsArray, ...values: unknown[]) => PromiseLike<Row>;
};
type Open<Db> = <Result>(run: (db: Db) => Promise<Result>) => Promise<Result>;

/**
 * Two transactions that truly meet: the first has done its work and stays open until the second waits for it, or has ended without
 * waiting. Two that are only sent together mostly run one after the other, and a lock that is missing goes unnoticed.
 * @param open runs work in a transaction of its own, such as a shop's. @returns how each ended, and whether the second waited.
 */
export async function meet<Db extends Asks, First, Second>(
  open: Open<Db>,
  first: (db: Db) => Promise<First>,
  second: (db: Db) => Promise<Second>,
) {
  let ended = false;
  let waited = false;
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const held = open(async (db) => {
    const result = await first(db);
    arrive();
    while (!ended && !waited) {
      waited = await isWaitedFor(db);
      if (!waited) await sleep(5);
    }
    return result;
  });
  await Promise.race([arrived, held.catch(() => {})]);
  const other = open(second).finally(() => {
    ended = true;
  });
  const [one, two] = await Promise.allSettled([held, other]);
  return { first: one, second: two, waited };
}

async function isWaitedFor(db: Asks): Promise<boolean> {
  const waiting = await db.$queryRaw<unknown[]>`
    select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  return waiting.length > 0;
}
