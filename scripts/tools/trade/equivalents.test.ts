import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../process/paths.ts";
import { equivalents } from "./equivalents.ts";
import { tradeFiles } from "./files.ts";

it("each is of a line that is there: one that is left behind would excuse the next", () => {
  const files = tradeFiles().map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
  const stale = equivalents.filter(
    (one) => !files.some(({ file, text }) => one.file.test(file) && text.includes(one.has)),
  );
  expect(stale.map(({ file, has }) => `${file} ${has}`)).toEqual([]);
});
