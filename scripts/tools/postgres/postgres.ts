import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { lockHolder, takeLock } from "../process/lock.mjs";
import { dataFolder } from "../process/paths.ts";
import { freePort, isFree, portFrom } from "../process/ports.ts";
import { Advice } from "../process/progress.ts";
import { postgresBinaries } from "./binaries.ts";
import { clearLeftovers, clusterPassword, initCluster, serverEnvironment } from "./cluster.ts";
import { serverHome, serverUser } from "./home.ts";
import { sealServer } from "./roles.ts";

export type Postgres = {
  /** The superuser's URL, with the database `bastionglass`. */
  adminUrl: string;
  port: number;
  /** Settles when the server has ended, whether it was asked to or not. */
  ended: Promise<void>;
  /** Shuts the server down cleanly and gives the data folder free. May be called twice. */
  stop: () => Promise<void>;
};

/** Another process runs the server of this data folder. `adminUrl` reaches it. */
export class PostgresInUse extends Advice {
  constructor(
    readonly pid: number,
    readonly adminUrl: string,
  ) {
    super(
      `The app already runs from this folder, as process ${pid}. Stop that one first (Ctrl-C in its window), or use it.`,
    );
  }
}

const database = "bastionglass";
const urlOf = (port: number, password: string, name: string) =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;

/**
 * Starts the Postgres that comes with the packages, on 127.0.0.1 alone, making its cluster on the first start.
 * @param dir the data folder. @param port used when free; any free one otherwise.
 * @throws PostgresInUse when another process runs it; Advice when it cannot run here.
 */
export function startPostgres({ dir, port }: { dir: string; port?: number }): Promise<Postgres> {
  return launch({ dir, pick: () => (port ? portFrom(port) : freePort()), scratch: false });
}

/** The superuser's URL of the server that somebody runs from a data folder, or null when nobody does. */
export function runningPostgres(dir: string): string | null {
  const holder = lockHolder(join(dir, "lock"));
  return holder && urlOf(Number(holder.port), clusterPassword(dir), database);
}

/** Starts an empty throwaway server in a temporary folder: fast, unsafe against power cuts, removed when it stops. @param pick finds a free port. */
export async function startScratchPostgres(pick = freePort): Promise<Postgres> {
  const dir = mkdtempSync(join(tmpdir(), "bastionglass-postgres-"));
  chmodSync(dir, 0o755);
  try {
    return await launch({ dir, pick, scratch: true });
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

type Launch = { dir: string; pick: () => Promise<number>; scratch: boolean };

async function launch(options: Launch, attempts = 3): Promise<Postgres> {
  const { dir, pick, scratch } = options;
  mkdirSync(dir, { recursive: true });
  const password = clusterPassword(dir);
  const lock = join(dir, "lock");
  const chosen = await pick();
  const release = takeLock(lock, { port: chosen });
  if (!release) {
    const holder = lockHolder(lock);
    throw new PostgresInUse(holder?.pid ?? 0, urlOf(Number(holder?.port), password, database));
  }
  try {
    const server = await run({ dir, port: chosen, password, scratch });
    const stop = () => server.stop().then(release);
    return { adminUrl: urlOf(chosen, password, database), port: chosen, ended: server.ended, stop };
  } catch (error) {
    release();
    // Between finding a free port and listening on it, somebody else may have taken it.
    if (attempts > 1 && !(await isFree(chosen, "127.0.0.1"))) return launch(options, attempts - 1);
    throw error;
  }
}

type Server = Pick<Postgres, "ended" | "stop">;

async function run(job: { dir: string; port: number; password: string; scratch: boolean }): Promise<Server> {
  const { dir, port, password, scratch } = job;
  const runAs = serverUser();
  // Folders made from here on are for another user to pass through; what is secret says so itself.
  process.umask(0o022);
  const home = serverHome(runAs);
  const data = join(scratch || home === dataFolder ? dir : join(home, basename(dir)), "data");
  mkdirSync(dirname(data), { recursive: true });
  const binaries = postgresBinaries(runAs, home);
  initCluster({ data, binaries, password, runAs });
  await clearLeftovers(data);
  const log = join(dir, "log");
  const keeper = startKeeper({
    command: join(binaries, "bin", "postgres"),
    args: ["-D", data, "-p", String(port), ...settings(scratch)],
    ...runAs,
    env: serverEnvironment,
    remove: scratch ? dir : undefined,
    log,
  });
  const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
  const stop = async () => {
    keeper.ref();
    if (keeper.connected) keeper.send("stop");
    await ended;
  };
  try {
    await ready(urlOf(port, password, "postgres"), ended, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ended, stop };
}

/** No Unix socket at all: the TCP port is the only way in, and it asks for a password. */
function settings(scratch: boolean): string[] {
  const always = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
  };
  const unsafe = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "4GB" };
  return Object.entries({ ...always, ...(scratch ? unsafe : {}) }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
}

function startKeeper({ log, ...job }: Record<string, unknown> & { log: string }): ChildProcess {
  const out = openSync(log, "a", 0o600);
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL("./keeper.mjs", import.meta.url)), JSON.stringify(job)],
    { cwd: "/", detached: true, stdio: ["ignore", out, out, "ipc"], env: serverEnvironment },
  );
  closeSync(out);
  keeper.unref();
  keeper.channel?.unref();
  return keeper;
}

async function ready(url: string, ended: Promise<void>, log: string): Promise<void> {
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  // As long as it lives it may still be recovering: a time limit would only be wrong on a busy machine.
  while (!gone) {
    const socket = new Socket();
    // Whoever has the port instead may take the connection and never answer.
    const isReady = prepare(url, socket).then(
      () => true,
      () => sleep(50, false),
    );
    const done = await Promise.race([isReady, ended.then(() => false)]);
    socket.destroy();
    if (done) return;
  }
  throw new Error(`Postgres did not start. Its log ends with:\n${tail(log)}`);
}

/** @throws while the server does not take us in yet */
async function prepare(url: string, socket: Socket): Promise<void> {
  const client = new pg.Client({ connectionString: url, stream: () => socket });
  client.on("error", () => {});
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
  if (!rowCount) await client.query(`create database ${database}`);
  await sealServer(client);
  await client.end();
}

function tail(log: string): string {
  try {
    return readFileSync(log, "utf8").trim().split("\n").slice(-12).join("\n");
  } catch {
    return "(no log)";
  }
}
