import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folders = ["lib", "app", "components", "prisma", "scripts", "tests"];
// Long enough for any machine: it ends what hangs, and says nothing about speed.
const hangs = 30 * 60_000;
const tests = (ending: string) => folders.map((folder) => `${folder}/**/*.${ending}`);

export default defineConfig({
  resolve: {
    alias: {
      // Next.js checks this import when it bundles; here it has nothing to say.
      "server-only": here("node_modules/server-only/empty.js"),
      "@": here("."),
    },
  },
  test: {
    environment: "node",
    maxWorkers: 2,
    testTimeout: hangs,
    hookTimeout: hangs,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: tests("test.{ts,tsx}"),
          exclude: tests("db.test.ts"),
        },
      },
      {
        extends: true,
        test: { name: "database", include: tests("db.test.ts") },
      },
    ],
  },
});
