import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tradeFiles } from "./files";
import type { Slip } from "./mutants";
import { report } from "./report";

const slip = (noticed: boolean, because: string | null = null): Slip => ({
  file: "lib/money.ts",
  line: 7,
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
