import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/scripts/tools/process/paths";
import { sites } from "./sites";

/** One line of code broken: the whole file as it then reads. */
export type SourceMutant = { file: string; name: string; broken: string };

/** Every `if` in these is tried without: never true, and with each part of its condition left out. */
const files = [
  "lib/tenancy/guard.ts",
  "lib/tenancy/kinds.ts",
  "lib/tenancy/kernel.ts",
  "lib/tenancy/connection.ts",
  "lib/tenancy/role-check.ts",
  "lib/tenancy/tenancy.ts",
  "lib/doors/door.ts",
  "lib/doors/perform.ts",
  "lib/doors/action.ts",
  "lib/doors/view.ts",
  "lib/doors/lookup.ts",
  "lib/doors/platform.ts",
  "lib/doors/guest.ts",
  "lib/auth/guest-link.ts",
  "lib/auth/actor.ts",
  "lib/tasks/task.ts",
];

/** Where nothing between shops hangs on it, and why. */
const noWall: { file: string; has: string; because: string }[] = [
  { file: "lib/tenancy/guard.ts", has: "guards.size > 1000", because: "a bound on memory" },
  { file: "lib/tenancy/kernel.ts", has: "pool.ended", because: "only the end of a process or test" },
  {
    file: "lib/tenancy/connection.ts",
    has: "this.backend",
    because: "without it each BEGIN takes one more round trip",
  },
  { file: "lib/tenancy/guard.ts", has: "if (!guard)", because: "a cache of guards" },
  {
    file: "lib/auth/guest-link.ts",
    has: "test(token)",
    because: "bytes of another length have another signature, or throw",
  },
];

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return at;
  }
  throw new Error("A bracket that never closes");
}

/** The parts of a condition between its outermost `&&` or `||`. */
function partsOf(condition: string, operator: "&&" | "||"): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < condition.length; at++) {
    if ("([{".includes(condition[at] ?? "")) depth++;
    if (")]}".includes(condition[at] ?? "")) depth--;
    if (depth || !condition.startsWith(operator, at)) continue;
    parts.push(condition.slice(from, at).trim());
    from = at + operator.length;
  }
  return [...parts, condition.slice(from).trim()];
}

function conditions(condition: string): string[] {
  const operator = partsOf(condition, "||").length > 1 ? "||" : "&&";
  const parts = partsOf(condition, operator);
  if (parts.length === 1) return ["false"];
  return ["false", ...parts.map((left) => parts.filter((part) => part !== left).join(` ${operator} `))];
}

function ifMutants(file: string, text: string): SourceMutant[] {
  return [...text.matchAll(/\bif \(/g)].flatMap((match) => {
    const open = (match.index ?? 0) + match[0].length - 1;
    const close = closing(text, open);
    const condition = text.slice(open + 1, close);
    const line = text.slice(0, open).split("\n").length;
    const written = `if (${condition})`;
    if (noWall.some((one) => one.file === file && written.includes(one.has))) return [];
    return conditions(condition.replace(/\s+/g, " ")).map((broken) => ({
      file,
      name: `${file}:${line} if (${condition.replace(/\s+/g, " ").trim()}) → if (${broken})`,
      broken: `${text.slice(0, open + 1)}${broken}${text.slice(close)}`,
    }));
  });
}

/** Every check of the kernel and the doors, each broken alone. @throws when a line to break is not there any more. */
export function sourceMutants(): SourceMutant[] {
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const bySite = sites.map(({ file, find, replace }) => {
    const text = read(file);
    if (!text.includes(find))
      throw new Error(`${file} has no "${find}" any more: say in the mutants what took its place`);
    return {
      file,
      name: `${file}: ${find.trim()} → ${replace.trim() || "nothing"}`,
      broken: text.replace(find, () => replace),
    };
  });
  return [...files.flatMap((file) => ifMutants(file, read(file))), ...bySite];
}
