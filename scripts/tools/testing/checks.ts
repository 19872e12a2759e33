import { existsSync } from "node:fs";
import { join } from "node:path";
import { migrationFaults, migrationsHere } from "../migrations/guard.ts";
import { diff } from "../migrations/migrations.ts";
import { runQuietly } from "../process/child.ts";
import { withLock } from "../process/lock.mjs";
import { dataFolder, root } from "../process/paths.ts";
import { ownDataFolder } from "../process/private-folder.ts";
import { step } from "../process/progress.ts";
import { runVitest } from "./runners.ts";
import { type Tally, tally } from "./tally.ts";

async function check(name: string, work: () => Promise<{ code: number; output: string }>): Promise<Tally> {
  const { code, output } = await step(
    name,
    work,
    (result) => `${name}: ${result.code === 0 ? "good" : "failed"}`,
  );
  if (code !== 0) console.error(output);
  return code === 0 ? tally(1, 0) : tally(0, 1, 0, [name]);
}

/** Format and lint, by Biome. */
export const checkStyle = () =>
  check("Format and lint", () =>
    runQuietly("node_modules/@biomejs/biome/bin/biome", ["check", "--colors=off"]),
  );

/** The types of the whole project, those that Next.js derives from the routes included. */
export const checkTypes = () =>
  check("Types", () =>
    withLock(join(dataFolder, "types.lock"), async () => {
      const kept = join(dataFolder, "types.tsbuildinfo");
      const routes = existsSync(join(root, "app"))
        ? await runQuietly("node_modules/next/dist/bin/next", ["typegen"])
        : { code: 0, output: "" };
      return routes.code === 0
        ? runQuietly("node_modules/typescript/bin/tsc", ["--noEmit", "--tsBuildInfoFile", kept])
        : routes;
    }),
  );

/** Fails, and says why, on a migration that leaves a table without a wall or breaks the release before. Needs no database. */
export const checkMigrationRules = () =>
  check("Migrations keep their rules", async () => {
    const faults = migrationFaults(migrationsHere());
    return { code: faults.length, output: faults.join("\n") };
  });

/** Who may import whom, who writes which table, which roles a door lets in, what the docs name: all that is told by reading the code. */
export const checkRules = () =>
  runVitest("unit", ["tests/architecture", "tests/docs.test", "tests/allowed-roles.test"]);

/** All that can be said of the code without running it, side by side. */
export const checkCode = async (): Promise<Tally[]> => {
  ownDataFolder();
  return Promise.all([checkStyle(), checkTypes(), checkMigrationRules(), checkRules()]);
};

/** Fails, and says what is missing, when prisma/*.prisma and the migrations disagree. Starts a throwaway server. */
export const checkMigrations = () =>
  check("Schema and migrations", async () => {
    const missing = await diff();
    const advice = "Write them with: npm run migrate -- new <name>";
    return { code: missing ? 1 : 0, output: `The migrations lack:\n\n${missing}\n\n${advice}` };
  });
