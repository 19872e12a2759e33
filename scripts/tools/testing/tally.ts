import { existsSync, readFileSync } from "node:fs";

/** What a run counted, and the names of the tests that failed. */
export type Tally = { passed: number; failed: number; skipped: number; names: string[] };

export const tally = (passed: number, failed: number, skipped = 0, names: string[] = []): Tally => ({
  passed,
  failed,
  skipped,
  names,
});

export const sum = (tallies: Tally[]): Tally =>
  tallies.reduce(
    (a, b) =>
      tally(a.passed + b.passed, a.failed + b.failed, a.skipped + b.skipped, [...a.names, ...b.names]),
    tally(0, 0),
  );

/** A runner that ended badly without naming a failed test, such as on a file that does not load, counts as one failure. */
function honest(counted: Tally, code: number): Tally {
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

const read = (report: string) => (existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {});

type VitestFile = { name: string; status: string; assertionResults: { status: string; fullName: string }[] };

type Suite = {
  title: string;
  suites?: Suite[];
  specs?: { title: string; line: number; tests: { status: string }[] }[];
};

/** Playwright's suites are files, and what they describe within. */
function failedIn({ title, suites = [], specs = [] }: Suite, above: string[]): string[] {
  const path = [...above, title];
  const failed = specs.filter(({ tests }) =>
    tests.some(({ status }) => status === "unexpected" || status === "flaky"),
  );
  return [
    ...failed.map((spec) => `${[...path, spec.title].join(": ")} (line ${spec.line})`),
    ...suites.flatMap((suite) => failedIn(suite, path)),
  ];
}

/** What Vitest's JSON report counts. */
export function vitestTally(report: string, code: number): Tally {
  const found = read(report);
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = found;
  const files: VitestFile[] = found.testResults ?? [];
  const names = files.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    if (status === "failed" && failed.length === 0) return [`${name}: does not run`];
    return failed.map(({ fullName }) => `${name}: ${fullName}`);
  });
  return honest(tally(numPassedTests, numFailedTests, numPendingTests + numTodoTests, names), code);
}

/** What Playwright's JSON report counts. A test that passed only on a second try counts as failed. */
export function playwrightTally(report: string, code: number): Tally {
  const found = read(report);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = found.stats ?? {};
  const names = (found.suites ?? []).flatMap((suite: Suite) => failedIn(suite, []));
  return honest(tally(expected, unexpected + flaky, skipped, names), code);
}
