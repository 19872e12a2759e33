import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

// The log as it is kept: a real folder, a real file.
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "bastionglass-log-")), "logs");
  vi.stubEnv("NODE_ENV", "production");
  delete (globalThis as { bastionLog?: unknown }).bastionLog;
});
afterEach(() => {
  rmSync(join(folder, ".."), { recursive: true });
  vi.unstubAllEnvs();
  delete (globalThis as { bastionLog?: unknown }).bastionLog;
});

it("is kept a line each, for its owner alone, without the words of an error", async () => {
  const { log } = await import("./log");
  const { keepLog } = await import("./log-file");
  await keepLog(folder);
  log.error("A mail could not be sent", { error: new Error("550 jose@example.com is unknown"), times: 2 });
  const [name = "", ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(name).toMatch(/^app\..*\.log$/);
  expect([statSync(folder).mode & 0o777, statSync(join(folder, name)).mode & 0o777]).toEqual([0o700, 0o600]);
  const lines = readFileSync(join(folder, name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({
    level: "error",
    msg: "A mail could not be sent",
    times: 2,
    error: { name: "Error" },
  });
  expect(lines.at(-1).time).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(JSON.stringify(lines)).not.toContain("jose");
});

it("is one readable line at a terminal", async () => {
  const { inOneLine } = await import("./log-line");
  const json = JSON.stringify({
    level: "error",
    time: "2026-11-26T12:03:04.567Z",
    request: "r-1",
    reference: "123",
    error: { name: "Error", code: "P2010", at: ["at a (/x.ts:1:1)", "at b"] },
    msg: "A request\nfailed",
  });
  expect(inOneLine(json)).toBe(
    "12:03:04 ERROR A request failed request=r-1 reference=123 error=Error P2010 at a (/x.ts:1:1)\n",
  );
});
