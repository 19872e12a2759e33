import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockHolder, takeLock, withLock } from "./lock.mjs";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bastionglass-lock-"));
  path = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("lets one in, says who it is, and lets the next in after", () => {
  const release = takeLock(path, { port: 55432 });
  expect(takeLock(path)).toBeNull();
  expect(lockHolder(path)).toMatchObject({ pid: process.pid, port: 55432 });
  release?.();
  expect(lockHolder(path)).toBeNull();
  expect(takeLock(path)).not.toBeNull();
});

it("takes over from a process that is gone", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(path, JSON.stringify({ pid }));
  expect(takeLock(path)).not.toBeNull();
});

it("takes over when another process got the number since", () => {
  writeFileSync(path, JSON.stringify({ pid: process.pid, born: "1" }));
  expect(takeLock(path)).not.toBeNull();
});

it("runs one piece of work after the other", async () => {
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} in`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    steps.push(`${name} out`);
  };
  await Promise.all([withLock(path, work("a")), withLock(path, work("b"))]);
  expect(steps).toEqual(["a in", "a out", "b in", "b out"]);
});
