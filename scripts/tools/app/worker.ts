import { log } from "@/lib/log/log";
import { keepLog } from "@/lib/log/log-file";
import { startWorker } from "@/lib/tasks/worker";
import { ready } from "@/lib/tenancy/tenancy";
import { tasks } from "./tasks";

// The program of a worker process: it finds its addresses and the key in its environment.
if (process.env.LOG_FOLDER) await keepLog(process.env.LOG_FOLDER);
process.on("uncaughtExceptionMonitor", (error) => log.fatal("The worker breaks off", { error }));
await ready();
const worker = await startWorker({ url: process.env.TASKS_DATABASE_URL ?? "", tasks });
log.info("The worker is ready");
process.send?.("ready");

const SECONDS_TO_END = 20;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    // What is under way is finished; what hangs is left to the queue.
    setTimeout(() => process.exit(1), SECONDS_TO_END * 1000).unref();
    await worker.stop();
    process.exit(0);
  });
}
