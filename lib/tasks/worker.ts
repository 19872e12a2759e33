import PgBoss from "pg-boss";
import { faultOf } from "@/lib/log/fault";
import { log } from "@/lib/log/log";
import type { Task } from "./task";

type Options = {
  /** Postgres address of `bastion_tasks`. */
  url: string;
  tasks: readonly Task[];
  /** Tasks at once. */
  slots?: number;
  /** Milliseconds between two looks into an empty queue. */
  pause?: number;
};

type Job = PgBoss.JobWithMetadata<{ task: string; scope: string; input: unknown }>;

/**
 * Takes tasks out of the queue and does them, several at once, until it is stopped.
 * @returns `stop`, which takes no more and waits for those under way.
 */
export async function startWorker({ url, tasks, slots = 4, pause = 500 }: Options) {
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: 60,
  });
  boss.on("error", (error) => log.error("The queue of background tasks has a fault", { error }));
  await boss.start();
  const named = new Map(tasks.map((task) => [task.name, task]));
  const running = new Set<Promise<void>>();
  const stopped = new AbortController();

  async function finish(job: Job): Promise<void> {
    const { task: name, scope, input } = job.data;
    const attempt = {
      scope,
      id: job.id,
      number: job.retryCount + 1,
      last: job.retryCount >= job.retryLimit,
    };
    try {
      const task = named.get(name);
      if (!task) throw new Error(`No task has this name: ${name}`);
      await task.run(input, attempt);
      await boss.complete("tasks", job.id);
    } catch (error) {
      const { name: kind, code } = faultOf(error);
      log[attempt.last ? "error" : "warn"]("A background task failed", {
        task: name,
        id: job.id,
        attempt: attempt.number,
        last: attempt.last,
        error,
      });
      // Of the error its kind alone is kept: its words may quote a customer.
      await boss.fail("tasks", job.id, { problem: [kind, code].filter(Boolean).join(" ") });
    }
  }

  /** Those it could not even note are left to the queue, which gives them out again when their time is over. */
  const start = (job: Job) => {
    const done = finish(job)
      .catch((error) => log.error("The end of a background task could not be noted", { error }))
      .finally(() => running.delete(done));
    running.add(done);
  };

  async function fetchJobs(batchSize: number): Promise<Job[]> {
    try {
      return (await boss.fetch("tasks", { batchSize, includeMetadata: true })) as Job[];
    } catch (error) {
      log.error("The queue of background tasks can't be reached", { error });
      return [];
    }
  }

  const loop = (async () => {
    while (!stopped.signal.aborted) {
      const free = slots - running.size;
      const jobs = free > 0 ? await fetchJobs(free) : [];
      for (const job of jobs) start(job);
      if (free === 0) await Promise.race(running);
      else if (jobs.length === 0) await rest(pause, stopped.signal);
    }
  })();

  return {
    stop: async () => {
      stopped.abort();
      await loop;
      await Promise.all(running);
      await boss.stop({ graceful: false, wait: true });
    },
  };
}

/** Waits, until `signal` at the longest. */
const rest = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
