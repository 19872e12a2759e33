import { join } from "node:path";
import { generate } from "./tools/app/generate.ts";
import { joinInstallation, loadEnvFiles } from "./tools/database/database.ts";
import { appFlags, exitOf, startNode } from "./tools/process/child.ts";
import { dataFolder } from "./tools/process/paths.ts";
import { main } from "./tools/process/progress.ts";

// A worker of its own, on this machine or another: as many as the tasks need.
await main(async () => {
  loadEnvFiles();
  await generate();
  const LOG_FOLDER = process.env.LOG_FOLDER || join(dataFolder, "logs", `worker-${process.pid}`);
  const env = { ...(await joinInstallation()), LOG_FOLDER };
  const child = startNode("scripts/tools/app/worker.ts", [], { env, flags: appFlags });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return exitOf(child);
});
