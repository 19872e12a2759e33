import { defineConfig } from "vitest/config";
import base from "../../../vitest.config.ts";
import { scratchDatabase } from "./scratch-database.ts";

// What mutation of the trade runs: the tests beside the code, in one project. Those that need a database get one of their own a worker.
const folders = ["app", "components", "lib", "tests"];

const HANGS = 30 * 60_000;

export default defineConfig(async () => {
  const env = await scratchDatabase();
  return {
    resolve: base.resolve,
    test: {
      environment: "node" as const,
      include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
      // The kernel's tests know nothing of the trade, and the architecture's read the code, which is not itself while it is broken.
      // Properties are tried with values drawn anew each time: examples alone must notice, and notice every time.
      exclude: [
        "lib/tenancy/**",
        "tests/attacks/**",
        "tests/{allowed-roles,leaves}*",
        "tests/architecture/**",
        "**/*.properties.test.ts",
        ...(env ? [] : ["**/*.db.test.ts"]),
      ],
      env: env ?? {},
      // A slip that hangs is ended by Stryker, which knows how long each test takes here.
      testTimeout: HANGS,
      hookTimeout: HANGS,
    },
  };
});
