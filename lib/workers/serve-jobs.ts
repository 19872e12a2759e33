import { Worker } from "node:worker_threads";

/** What a worker tells: once that it has started, then of each job. */
export type Reply = { output?: unknown; fault?: string };

/** Looks whether the parent is still there, from a thread of its own: a job that loops hears no event. */
const WATCH = `
  const parent = Number(process.env.PARENT);
  setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 1000);
`;

/** The program of a worker process: does each job that its parent sends, one after the other, and ends with its parent. */
export function serveJobs<Input, Output>(work: (input: Input) => Output | Promise<Output>): void {
  process.on("disconnect", () => process.exit());
  process.on("message", async ({ input }: { input: Input }) => {
    process.send?.(await reply(() => work(input)));
  });
  new Worker(WATCH, { eval: true, execArgv: [] }).unref();
  process.send?.({} satisfies Reply);
}

async function reply(work: () => unknown): Promise<Reply> {
  try {
    return { output: await work() };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
