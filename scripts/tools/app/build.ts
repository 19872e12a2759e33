import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { runQuietly } from "../process/child.ts";
import { isAlive, withLock } from "../process/lock.mjs";
import { dataFolder, root } from "../process/paths.ts";
import { ownDataFolder, privateFolder } from "../process/private-folder.ts";
import { Advice, say, step } from "../process/progress.ts";

const sources = ["app", "components", "lib", "public", "prisma/schema.prisma", "prisma/models"];
const settings = ["tsconfig.json", "package-lock.json"];
/** Files of the project's own folder that Next.js compiles or obeys, such as proxy.ts and next.config.ts. */
const isRootSource = (name: string) =>
  /\.(ts|tsx|mjs)$/.test(name) && !/^(vitest|playwright|prisma)\.config|^next-env/.test(name);
const builds = join(dataFolder, "builds");
const kept = 3;

/** Every file whose content the build depends on, sorted. Tests and what is generated from the schema are not. */
function sourceFiles(path: string): string[] {
  if (!existsSync(path) || path.endsWith("generated") || /\.(test|e2e)\.tsx?$/.test(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => sourceFiles(join(path, name)));
}

function sourcesHash(): string {
  const hash = createHash("sha256").update(process.versions.node);
  const names = [...sources, ...settings, ...readdirSync(root).filter(isRootSource).sort()];
  for (const path of names.flatMap((name) => sourceFiles(join(root, name)))) {
    hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * Builds the app unless these very sources are built already. Each state of the sources has a folder of its own, so that
 * a build never pulls the floor from under a running server.
 * @returns the folder, relative to the project, for NEXT_DIST_DIR.
 */
export async function ensureBuild(env: Record<string, string>): Promise<string> {
  // A build holds the key that seals what actions are bound to.
  ownDataFolder();
  privateFolder(builds);
  const hash = sourcesHash();
  const folder = join(builds, hash);
  const done = join(folder, "complete");
  await withLock(join(builds, `${hash}.lock`), async () => {
    if (!existsSync(done)) {
      await step("App built", () => build(relative(root, folder), env));
      writeFileSync(done, "");
    }
  });
  utimesSync(folder, new Date(), new Date());
  markInUse(folder);
  removeOldBuilds();
  return relative(root, folder);
}

async function build(distDir: string, env: Record<string, string>): Promise<void> {
  const ticker = setInterval(() => say("Still building the app"), 15_000);
  const { code, output } = await runQuietly("node_modules/next/dist/bin/next", ["build"], {
    env: { ...env, NEXT_DIST_DIR: distDir },
  });
  clearInterval(ticker);
  if (code !== 0 || !existsSync(join(root, distDir, "BUILD_ID")))
    throw new Advice(`The app does not build:\n\n${output}`);
}

function markInUse(folder: string): void {
  const users = join(folder, "used-by");
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, String(process.pid)), "");
}

function removeOldBuilds(): void {
  const folders = readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(builds, entry.name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of folders.slice(kept)) {
    const users = join(folder, "used-by");
    const inUse = existsSync(users) && readdirSync(users).some((pid) => isAlive(Number(pid)));
    if (!inUse && existsSync(join(folder, "complete"))) rmSync(folder, { recursive: true, force: true });
  }
}
