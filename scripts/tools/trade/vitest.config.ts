import { defineConfig } from "vitest/config";
import base from "../../../vitest.config.ts";

// What mutation of the pure trade runs: the tests that need no database, in one project.
const folders = ["app", "components", "lib", "tests"];

const HANGS = 30 * 60_000;

export default defineConfig({
  resolve: base.resolve,
  test: {
    environment: "node",
    include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    // The kernel's tests know nothing of the trade, and the architecture's read the code, which is not itself while it is broken.
    // Properties are tried with values drawn anew each time: examples alone must notice, and notice every time.
    exclude: [
      "lib/tenancy/**",
      "tests/attacks/**",
      "tests/{allowed-roles,leaves}*",
      "tests/architecture/**",
      "**/*.properties.test.ts",
      "**/*.db.test.ts",
    ],
    // A slip that hangs is ended by Stryker, which knows how long each test takes here.
    testTimeout: HANGS,
    hookTimeout: HANGS,
  },
});
