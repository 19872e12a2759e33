import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../process/paths.ts";
import { ownDataFolder } from "../process/private-folder.ts";
import { Advice, say } from "../process/progress.ts";
import type { RunAs } from "./binaries.ts";

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
 * A folder that the server's user can enter: .data, or, when it cannot (a project under /root), one of its own under
 * /var/tmp, remembered in .data.
 */
export function serverHome(runAs: RunAs): string {
  ownDataFolder();
  const pointer = join(dataFolder, "postgres-home");
  if (!existsSync(pointer)) {
    if (canEnter(dataFolder, runAs)) return dataFolder;
    const elsewhere = `/var/tmp/bastionglass-${randomBytes(8).toString("hex")}`;
    writeFileSync(pointer, elsewhere);
    say(`The user postgres cannot enter this folder, so the database's files are in ${elsewhere}`);
  }
  const home = readFileSync(pointer, "utf8").trim();
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (lstatSync(home).uid !== process.getuid?.()) {
    throw new Advice(`${home} belongs to someone else. Remove ${pointer} to begin anew.`);
  }
  return home;
}
