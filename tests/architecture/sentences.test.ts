import { expect, it } from "vitest";
import { code, parse, read } from "./source";

const reader = "lib/glass/pricing/told-line.ts";
const field = String.raw`(?:rule|description|explanation|review)`;
const asks = new RegExp(
  String.raw`\b${field}\??\.(?:includes|endsWith|startsWith|indexOf|match|matchAll|search|replace|replaceAll|split)\(` +
    String.raw`|\.(?:test|exec)\((?:[\w.]+\.)?${field}\)`,
);
const parses = (file: string, source: string) => asks.test(parse(file, source).text);

it("no code reads a line's sentence, save the one that reads those that are kept", () => {
  expect(code.filter((file) => parses(file, read(file)))).toEqual([reader]);
});

it.each([
  'line.rule.includes("an hour")',
  'rule?.endsWith(" included")',
  "description.match(/x/)",
  "/an hour/.test(line.rule)",
  'line.review.split(":")',
])("sees %s", (source) => expect(parses("lib/x.ts", source)).toBe(true));
