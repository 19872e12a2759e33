import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ownDataFolder, privateFolder } from "./private-folder.ts";

const scratch = mkdtempSync(join(tmpdir(), "bastionglass-private-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const modeOf = (path: string) => statSync(path).mode & 0o777;

it("a folder is made for its owner alone, and one that others could read no longer is", () => {
  expect(modeOf(privateFolder(join(scratch, "a", "b")))).toBe(0o700);
  mkdirSync(join(scratch, "open"));
  chmodSync(join(scratch, "open"), 0o755);
  expect(modeOf(privateFolder(join(scratch, "open")))).toBe(0o700);
});

it("nobody else lists or writes .data", () => {
  expect(modeOf(ownDataFolder()) & 0o066).toBe(0);
});
