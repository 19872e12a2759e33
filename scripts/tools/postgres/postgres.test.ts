import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { takeLock } from "../process/lock.mjs";
import { runningPostgres } from "./postgres.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bastionglass-running-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("a server is found by its lock while it is held, and to look for one makes nothing", () => {
  expect(runningPostgres(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, "password"), "odd");
  const release = takeLock(join(folder, "lock"), { port: 5_471 });
  expect(runningPostgres(folder)).toBe("postgresql://postgres:odd@127.0.0.1:5471/bastionglass");
  release?.();
  expect(runningPostgres(folder)).toBeNull();
});
