import { existsSync, readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number; skipped: number };

export const tally = (passed: number, failed: number, skipped = 0): Tally => ({ passed, failed, skipped });

export const sum = (tallies: Tally[]): Tally =>
  tallies.reduce(
    (a, b) => tally(a.passed + b.passed, a.failed + b.failed, a.skipped + b.skipped),
    tally(0, 0),
  );

/** A runner that ended badly without naming a failed test, such as on a file that does not load, counts as one failure. */
function honest(counted: Tally, code: number): Tally {
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

const read = (report: string) => (existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {});

/** What Vitest's JSON report counts. */
export function vitestTally(report: string, code: number): Tally {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = read(report);
  return honest(tally(numPassedTests, numFailedTests, numPendingTests + numTodoTests), code);
}

/** What Playwright's JSON report counts. A test that passed only on a second try counts as failed. */
export function playwrightTally(report: string, code: number): Tally {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(report).stats ?? {};
  return honest(tally(expected, unexpected + flaky, skipped), code);
}
