import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createVitest, type TestSpecification } from "vitest/node";
import base from "../../../vitest.config.ts";
import { root } from "../process/paths.ts";
import type { Turn } from "./turns.ts";

/** Milliseconds, on a busy machine: a slip with which a test hangs is noticed. */
const HANGS = 90_000;

const given = (name: string) => JSON.parse(readFileSync(process.env[name] as string, "utf8"));
const turns: Turn[] = given("SLIP_TURNS");
const sources: Record<string, string> = given("SLIP_SOURCES");

class AsGiven {
  sort = async (files: TestSpecification[]) => files;
  shard = this.sort;
}

// One process for all turns: a Vitest for each would spend most of its time loading the same code.
const vitest = await createVitest(
  "test",
  {
    root,
    config: false,
    watch: false,
    reporters: [{}],
    environment: "node",
    include: ["{app,lib}/**/*.test.{ts,tsx}"],
    runner: join(root, "scripts/tools/trade/slip-runner.ts"),
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
    testTimeout: HANGS,
    hookTimeout: HANGS,
    sequence: { sequencer: AsGiven },
  },
  {
    resolve: base.resolve,
    plugins: [
      { name: "slips", enforce: "pre", load: (id) => sources[id.split("?")[0]?.slice(root.length) ?? ""] },
    ],
  },
);
const project = vitest.projects[0];
if (!project) throw new Error("Vitest has no project");
await vitest.runTestSpecifications(turns.map(({ test }) => project.createSpecification(join(root, test))));
await vitest.close();
process.exit(0);
