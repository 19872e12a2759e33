import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { root } from "../process/paths.ts";
import { testsIn } from "./files.ts";

/** An import of a file of ours, by the alias or from beside. */
const IMPORT = /^(?!import type)[^\n]*?(?:from|import\()\s*"(@\/|\.{1,2}\/)([^"]+)"/gm;

const imports = new Map<string, string[]>();

function importsOf(file: string): string[] {
  const known = imports.get(file);
  if (known) return known;
  const text = readFileSync(join(root, file), "utf8");
  const found = [...text.matchAll(IMPORT)].flatMap(([, from = "", path = ""]) => {
    const base = from === "@/" ? path : normalize(join(dirname(file), from, path));
    return [base, `${base}.ts`, `${base}.tsx`].filter(
      (one) => /\.tsx?$/.test(one) && existsSync(join(root, one)),
    );
  });
  imports.set(file, found);
  return found;
}

function reaches(test: string, wanted: ReadonlySet<string>): boolean {
  const seen = new Set([test]);
  for (const file of seen) {
    if (wanted.has(file)) return true;
    for (const next of importsOf(file)) seen.add(next);
  }
  return false;
}

/** What a test plays with mocks of its own would be there for the next, too: here they share what is loaded. */
const playsAlone = (test: string) => /vi\.(mock|doMock)\(/.test(readFileSync(join(root, test), "utf8"));

/** The tests that load one of the files, by whatever way, and can share a process. */
export function testsThatReach(files: readonly string[]): string[] {
  const wanted = new Set(files);
  return testsIn(["lib", "app"])
    .filter((test) => !/^lib\/tenancy\/|\.properties\.test\.ts$/.test(test))
    .filter((test) => reaches(test, wanted) && !playsAlone(test));
}
