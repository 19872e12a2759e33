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
  const passed = { status: "passed", fullName: "b" };
  const path = report({
    numPassedTests: 5,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      {
        name: "x.test.ts",
        status: "failed",
        assertionResults: [{ status: "failed", fullName: "a" }, passed],
      },
      { name: "y.test.ts", status: "failed", assertionResults: [] },
      { name: "z.test.ts", status: "passed", assertionResults: [passed] },
    ],
  });
  expect(vitestTally(path, 1)).toEqual(tally(5, 2, 2, ["x.test.ts: a", "y.test.ts: does not run"]));
});

it("counts a Playwright test that passed on a second try as failed", () => {
  const spec = (title: string, line: number, status: string) => ({ title, line, tests: [{ status }] });
  const path = report({
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
    suites: [
      {
        title: "a.e2e.ts",
        specs: [spec("one", 3, "expected"), spec("two", 7, "flaky")],
        suites: [{ title: "by phone", specs: [spec("three", 9, "unexpected"), spec("four", 11, "skipped")] }],
      },
    ],
  });
  const names = ["a.e2e.ts: two (line 7)", "a.e2e.ts: by phone: three (line 9)"];
  expect(playwrightTally(path, 1)).toEqual(tally(3, 2, 2, names));
});

it("never turns a runner that broke off into a green run", () => {
  expect(vitestTally(report({ numPassedTests: 5, numFailedTests: 0 }), 1)).toEqual(tally(5, 1));
  expect(playwrightTally("/nowhere/report.json", 1)).toEqual(tally(0, 1));
});

it("adds up", () => {
  expect(sum([tally(1, 0), tally(2, 3, 4, ["a"]), tally(0, 1, 0, ["b"])])).toEqual(
    tally(3, 4, 4, ["a", "b"]),
  );
});
