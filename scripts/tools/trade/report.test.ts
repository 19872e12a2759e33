import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testsBeside, tradeFiles } from "./files";
import type { Slip } from "./mutants";
import { report } from "./report";

const slip = (noticed: boolean, because: string | null = null, file = "lib/money.ts"): Slip => ({
  file,
  line: 7,
  column: 3,
  text: "if (cents > 0) return;",
  replacement: "cents >= 0",
  noticed,
  because,
});
const slips = (noticed: number, missed: number) => [
  ...Array(noticed).fill(slip(true)),
  ...Array(missed).fill(slip(false)),
];
let said = "";
beforeEach(() => {
  said = "";
  vi.spyOn(console, "log").mockImplementation((line) => {
    said += `${line}\n`;
  });
});
afterEach(() => vi.restoreAllMocks());

it("nine of ten are enough, and what survives is named", () => {
  expect(report(slips(9, 1))).toBe(true);
  expect(said).toContain("✗ SURVIVES lib/money.ts:7 if (cents > 0) return; → cents >= 0");
  expect(report(slips(89, 11))).toBe(false);
  expect(said).toContain("89.0 %");
});

it("files of which too little is noticed are told apart, the worst first, though enough is noticed over all", () => {
  const half = [slip(true, null, "lib/zip.ts"), slip(false, null, "lib/zip.ts")];
  const none = [slip(false, null, "lib/phone.ts")];
  expect(report([...slips(47, 0), ...half, ...none])).toBe(true);
  const [, low = ""] = said.split("Below 90 %");
  expect(low.split("\n").map((line) => line.trim().replace(/ +/g, " "))).toEqual([
    "",
    "0.0 % of 1 lib/phone.ts",
    "50.0 % of 2 lib/zip.ts",
    "96.0 % of 50 slips; 0 more change nothing that can be seen",
    "",
  ]);
  said = "";
  report(slips(9, 1));
  expect(said).not.toContain("Below");
});

it("what nobody can notice is not counted, and told with its reason", () => {
  expect(report([...slips(9, 1), ...Array(5).fill(slip(false, "a bound on memory"))])).toBe(true);
  expect(said).toContain("a bound on memory");
  expect(said).toContain("of 10 slips; 5 more");
});

it("all of the trade is tried, and no test or page is", () => {
  const files = tradeFiles();
  for (const one of [
    "lib/glass/pricing/quote.ts",
    "lib/domain/pricing/book.ts",
    "lib/domain/quotes/save.ts",
    "lib/zip.ts",
  ])
    expect(files).toContain(one);
  expect(files.filter((file) => /\.test\.|\.tsx$|route\.ts$/.test(file))).toEqual([]);
});

it("the tests beside a file are those of its folder, or of all that is of its noun", () => {
  const beside = testsBeside(["lib/domain/quotes/pdf/of-quote.ts", "lib/zip.ts"]);
  for (const test of [
    "lib/domain/quotes/pdf/of-quote.test.ts",
    "lib/domain/quotes/quotes.db.test.ts",
    "lib/zip.test.ts",
  ])
    expect(beside).toContain(test);
  expect(beside.filter((file) => /^(app|lib\/glass|lib\/domain\/jobs)\//.test(file))).toEqual([]);
  expect(testsBeside(["app/[tenant]/features.ts"])).not.toContain("app/[tenant]/quotes/actions.db.test.ts");
});
