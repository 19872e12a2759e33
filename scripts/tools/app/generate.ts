import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaFiles } from "../migrations/schema-files.ts";
import { withLock } from "../process/lock.mjs";
import { root } from "../process/paths.ts";
import { Advice, step } from "../process/progress.ts";

const generated = join(root, "lib", "tenancy", "generated");
const stamp = join(generated, ".schema-hash");

function schemaHash(): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "node_modules/prisma/package.json")));
  for (const { path, content } of schemaFiles().files) hash.update(path.slice(root.length)).update(content);
  return hash.digest("hex");
}

const isCurrent = (hash: string) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

/** Writes Prisma's client for the schema, unless the one there is current. Needs no network and no database. */
export async function generate(): Promise<void> {
  const hash = schemaHash();
  if (isCurrent(hash)) return;
  await withLock(join(root, ".data", "generate.lock"), async () => {
    if (isCurrent(hash)) return;
    await step("Prisma client generated", async () => runPrismaGenerate());
    writeFileSync(stamp, hash);
  });
}

function runPrismaGenerate(): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/prisma/build/index.js"), "generate"],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        // `generate` uses no schema engine, yet would download one unless it is told of some executable.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (status !== 0) throw new Advice(`Prisma could not read the schema in prisma/:\n${stderr || stdout}`);
}
