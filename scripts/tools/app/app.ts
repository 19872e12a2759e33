import { join } from "node:path";
import { PRODUCT } from "../../../lib/product.ts";
import {
  appEnvironment,
  loadEnvFiles,
  type OpenDatabase,
  openDatabase,
  prepareDatabase,
  seedDatabase,
  workerEnvironment,
} from "../database/database.ts";
import { dataFolder } from "../process/paths.ts";
import { isFree, portFrom } from "../process/ports.ts";
import { Advice, say, step } from "../process/progress.ts";
import { ensureBuild } from "./build.ts";
import { generate } from "./generate.ts";
import { type Server, serve } from "./serve.ts";
import { keepWorker } from "./worker-process.ts";

type Mode = "start" | "dev";

/** Who can sign in to the demo shops, to be shown. */
type DemoLogins = readonly Record<string, string>[];

/** What has to be stopped, the last started first. A signal stops it all once and then ends the process. */
function stopper() {
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = () => {
    stopping ??= (async () => {
      for (const stop of stops.reverse()) await stop();
    })();
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping) say("Stopping");
      void stopAll().then(() => process.exit(0));
    });
  }
  const never = new Promise<never>(() => {});
  /** Once everything is being stopped, what the work comes to, or that it breaks off, is of no more interest. */
  const unlessStopping = <T>(work: Promise<T>): Promise<T> =>
    work.then(
      (result) => (stopping ? never : result),
      (error) => {
        if (stopping) return never;
        throw error;
      },
    );
  return { stops, stopAll, unlessStopping };
}

/**
 * Runs the whole product: database, tables, seeds, app. Comes back when the app or its database has ended by itself;
 * Ctrl-C and SIGTERM stop the app first, then the database, and leave with 0.
 */
export async function runApp(mode: Mode, demoLogins: DemoLogins): Promise<number> {
  loadEnvFiles();
  const { stops, stopAll, unlessStopping } = stopper();
  try {
    return await unlessStopping(run(mode, demoLogins, stops));
  } finally {
    await stopAll();
  }
}

async function run(mode: Mode, demoLogins: DemoLogins, stops: (() => Promise<void>)[]): Promise<number> {
  await generate();
  const database = await openDatabase();
  stops.push(database.stop);
  const env: Record<string, string> = { ...appEnvironment(database) };
  env.LOG_FOLDER = process.env.LOG_FOLDER || join(dataFolder, "logs");
  env.LOG_FORMAT = process.env.LOG_FORMAT || (process.stdout.isTTY ? "pretty" : "json");
  if (wantsDemo(database)) env.DEMO_LOGINS = JSON.stringify(demoLogins);
  const [distDir] = await Promise.all([mode === "start" ? ensureBuild(env) : undefined, fill(database)]);
  const start = async (attempts = 3): Promise<Server> => {
    const port = await choosePort();
    env.NEXTAUTH_URL = publicUrl(port);
    const settings = { ...env, ...(distDir ? { NEXT_DIST_DIR: distDir } : {}) };
    try {
      return await serve({ mode, port, env: settings, shown: mode === "start" ? "log" : "all" });
    } catch (error) {
      // Between finding a free port and listening on it, somebody else may have taken it.
      if (attempts > 1 && !(await isFree(port))) return start(attempts - 1);
      throw error;
    }
  };
  const server = await step("App started", () => start());
  stops.push(server.stop);
  const worker = keepWorker({
    ...env,
    ...workerEnvironment(database),
    LOG_FOLDER: join(env.LOG_FOLDER, "worker"),
  });
  stops.push(worker.stop);
  welcome(env.NEXTAUTH_URL ?? server.url, wantsDemo(database) ? demoLogins : []);
  const databaseEnded = database.ended.then(() => {
    throw new Advice("The database ended by itself; its log is .data/postgres/log.");
  });
  const ended = server.ended.then((code) => {
    say(`The app ended by itself; its log is in ${env.LOG_FOLDER}`);
    return code;
  });
  return Promise.race([ended, databaseEnded]);
}

async function fill(database: OpenDatabase): Promise<void> {
  await step("Tables up to date", () => prepareDatabase(database));
  await seedDatabase(database, "reference");
  if (wantsDemo(database)) await seedDatabase(database, "demo");
}

/** Demo shops have known passwords: a server of one's own gets them only when asked, with SEED_DEMO=1. */
const wantsDemo = (database: OpenDatabase) =>
  process.env.SEED_DEMO ? process.env.SEED_DEMO === "1" : database.packaged;

async function choosePort(): Promise<number> {
  const wanted = Number(process.env.PORT) || 3000;
  const port = await portFrom(wanted);
  if (port !== wanted)
    say(`Port ${wanted} is taken by another program, so the app uses ${port}. PORT=... picks another`);
  return port;
}

/** NEXTAUTH_URL as set for a public address; an address on this machine must name the port that is really used. */
function publicUrl(port: number): string {
  const given = process.env.NEXTAUTH_URL;
  if (!given || !URL.canParse(given)) return `http://localhost:${port}`;
  const url = new URL(given);
  if (url.hostname === "localhost" || url.hostname === "127.0.0.1") url.port = String(port);
  return url.href.replace(/\/$/, "");
}

function welcome(url: string, demoLogins: DemoLogins): void {
  console.log(`\n  ${PRODUCT.name} is at ${url}\n`);
  if (demoLogins.length > 0) {
    console.log("  Demo logins (demo data, never for real customers):");
    for (const login of demoLogins) console.log(`    ${Object.values(login).join("   ")}`);
    console.log("");
  } else console.log("  No demo shops were made on a server of your own; SEED_DEMO=1 makes them.\n");
  console.log("  Ctrl-C stops it; nothing is lost.\n");
}
