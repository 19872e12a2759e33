import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { playwrightTally, sum, tally, vitestTally } from "./tally";

const folder = mkdtempSync(join(tmpdir(), "bastionglass-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it("counts what Vitest counted", () => {
  const path = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
  expect(vitestTally(path, 1)).toEqual(tally(5, 2, 2));
});

it("counts a Playwright test that passed on a second try as failed", () => {
  const path = report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(playwrightTally(path, 1)).toEqual(tally(3, 2, 2));
});

it("never turns a runner that broke off into a green run", () => {
  expect(vitestTally(report({ numPassedTests: 5, numFailedTests: 0 }), 1)).toEqual(tally(5, 1));
  expect(playwrightTally("/nowhere/report.json", 1)).toEqual(tally(0, 1));
});

it("adds up", () => {
  expect(sum([tally(1, 0), tally(2, 3, 4)])).toEqual(tally(3, 3, 4));
});
