import type { Instrumentation } from "next";
import { log } from "@/lib/log/log";
import { keepLog } from "@/lib/log/log-file";
import { watchRequests } from "@/lib/log/request";
import { ready } from "@/lib/tenancy/tenancy";

watchRequests();
if (process.env.LOG_FOLDER) await keepLog(process.env.LOG_FOLDER);
process.on("unhandledRejection", (error) => log.error("Something failed that nobody waited for", { error }));
process.on("uncaughtExceptionMonitor", (error) => log.fatal("The app breaks off", { error }));

/** The server refuses to start as a database role that row level security would not hold. */
await ready().catch((error: Error) => {
  log.fatal("The app does not start", { error });
  // It is about our own role and settings, and tells whoever starts the server what to do.
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
log.info("The app is ready");

/** A fault of ours: `reference` is the number that its page shows. The address is kept as its pattern, without what stands in it. */
export const onRequestError: Instrumentation.onRequestError = (error, { method }, { routePath, routeType }) =>
  log.error("A request failed", {
    reference: (error as { digest?: string }).digest,
    method,
    route: routePath,
    kind: routeType,
    error,
  });
