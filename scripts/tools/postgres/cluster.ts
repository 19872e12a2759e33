import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../process/lock.mjs";
import { Advice } from "../process/progress.ts";
import type { RunAs } from "./binaries.ts";

const major = "18";

/** The server's environment: nothing of ours, so that no PG* or locale variable changes what it does. */
export const serverEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
} as unknown as NodeJS.ProcessEnv;

/** The superuser's password of the cluster in `dir`: made once, kept beside the data, readable by its owner alone. */
export function clusterPassword(dir: string): string {
  const file = join(dir, "password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** Makes the cluster in `data` unless it is there already. A first start that was killed half-way leaves none. */
export function initCluster(job: { data: string; binaries: string; password: string; runAs: RunAs }): void {
  const { data, binaries, password, runAs } = job;
  if (existsSync(data)) return checkVersion(data);
  const parent = join(data, "..");
  for (const left of readdirSync(parent)) {
    if (left.startsWith("data.")) rmSync(join(parent, left), { recursive: true, force: true });
  }
  const unfinished = `${data}.${process.pid}`;
  const secret = mkdtempSync(join(tmpdir(), "bastionglass-"));
  const passwordFile = join(secret, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(unfinished, { mode: 0o700 });
  if (runAs) for (const path of [secret, passwordFile, unfinished]) chownSync(path, runAs.uid, runAs.gid);
  try {
    const { error, status, stderr } = spawnSync(
      join(binaries, "bin", "initdb"),
      [
        ...[
          `--pgdata=${unfinished}`,
          "--username=postgres",
          `--pwfile=${passwordFile}`,
          "--auth=scram-sha-256",
        ],
        ...["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"],
      ],
      { cwd: "/", encoding: "utf8", env: serverEnvironment, ...runAs },
    );
    if (error || status !== 0)
      throw new Error(`Postgres could not make its data folder: ${error?.message ?? stderr}`);
    renameSync(unfinished, data);
  } finally {
    rmSync(secret, { recursive: true, force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function checkVersion(data: string): void {
  const found = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (found === major) return;
  throw new Advice(
    `${data} was made by PostgreSQL ${found}; this release brings PostgreSQL ${major}. Move that folder away to begin anew.`,
  );
}

function commandLine(pid: number): string {
  if (existsSync(`/proc/${pid}/cmdline`))
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

/**
 * Clears what a kill -9 leaves behind: a server that still runs is shut down cleanly, and a postmaster.pid whose
 * number belongs to some other process by now is removed. Call it only while holding the folder's lock.
 */
export async function clearLeftovers(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!isAlive(pid) || !commandLine(pid).includes(data)) return rmSync(file, { force: true });
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid); waited += 100) {
    if (waited > 20_000) process.kill(pid, "SIGQUIT");
    await sleep(100);
  }
}
