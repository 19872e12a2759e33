import { setTimeout as sleep } from "node:timers/promises";
import { appFlags, exitOf, startNode } from "../process/child.ts";
import { say } from "../process/progress.ts";

const MOST_SECONDS_BETWEEN = 60;

/**
 * Keeps a worker for background tasks running beside the app: one that ends is started again, a little later each time.
 * @param shown whether what it writes is shown.
 */
export function keepWorker(env: Record<string, string>, shown = true): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  let end = () => {};
  const kept = (async () => {
    for (let seconds = 1; !stopping.signal.aborted; seconds = Math.min(seconds * 2, MOST_SECONDS_BETWEEN)) {
      const stdio = shown ? "inherit" : "pipe";
      const child = startNode("scripts/tools/app/worker.ts", [], { env, flags: appFlags, stdio });
      for (const stream of [child.stdout, child.stderr]) stream?.resume();
      end = () => child.kill("SIGTERM");
      child.on("message", () => {
        seconds = 1;
      });
      const code = await exitOf(child);
      if (stopping.signal.aborted) return;
      say(`The worker for background tasks has ended (${code}); it starts again in ${seconds} s`);
      await sleep(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  const stop = async () => {
    stopping.abort();
    end();
    await kept;
  };
  return { stop };
}
