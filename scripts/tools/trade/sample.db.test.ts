import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { environment } from "@/tests/attacks/mutants/scratch";
import { root } from "../process/paths";

// A few of the slips that `npm run mutate -- trade` puts into the code, so that each run of the tests shows that they are noticed.
// They take as long as they take: a busy machine is no reason to fail.
const NO_LIMIT = 0;

/** Whose leave a discount needs: in few tests' reach, so that it is soon done. */
const sample = "lib/domain/quotes/approval.ts";

it("a slip in whose leave a discount needs is noticed", { timeout: NO_LIMIT }, async () => {
  const flags = ["--conditions=react-server", "--import", "tsx", "scripts/mutate.ts"];
  const child = spawn(process.execPath, [...flags, "trade", "--fresh", sample], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect(said).toMatch(/of \d\d slips/);
  expect(said.split("\n").filter((line) => line.includes("SURVIVES"))).toEqual([]);
  expect(code).toBe(0);
});
