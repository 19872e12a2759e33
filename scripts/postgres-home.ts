import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunAs } from "./postgres-binaries.ts";
import { Advice, say } from "./progress.ts";

const idOf = (flag: "-u" | "-g") => {
  const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
};

/** Postgres refuses to run as root. As root it gets the system user `postgres`, made when there is none. */
export function serverUser(): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  if (idOf("-u") === undefined)
    spawnSync("useradd", ["--system", "--user-group", "--shell", "/bin/false", "postgres"]);
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  if (uid === undefined || gid === undefined) {
    throw new Advice(
      "Postgres does not run as root, and no user called postgres could be made. Start as another user.",
    );
  }
  return { uid, gid };
}

const canEnter = (dir: string, runAs: RunAs) =>
  !runAs || spawnSync("/bin/sh", ["-c", 'test -x "$0"', dir], { cwd: "/", ...runAs }).status === 0;

/**
 * Says where a server's files can live: in `dir`, or, when the server's user cannot enter it (a project under /root),
 * in a folder of its own under /var/tmp, remembered in `dir`.
 */
export function serverHome(dir: string, runAs: RunAs): string {
  mkdirSync(dir, { recursive: true });
  const pointer = join(dir, "location");
  if (!existsSync(pointer)) {
    if (canEnter(dir, runAs)) return dir;
    writeFileSync(pointer, `/var/tmp/bastionglass-${randomBytes(8).toString("hex")}`);
  }
  const home = readFileSync(pointer, "utf8").trim();
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const { uid } = lstatSync(home);
  if (uid !== process.getuid?.())
    throw new Advice(`${home} belongs to someone else. Remove ${pointer} to begin anew.`);
  say(`The database's files are in ${home}, since the user postgres cannot enter this folder`);
  return home;
}
