import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";

const root = path.resolve(import.meta.dirname, "../..");

/** Reads a file of the project. @param file from the project's root, as are all paths here. */
export const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(name);
    return /\.m?tsx?$|\.mjs$/.test(entry.name) ? [name] : [];
  });
}

/** All code of the project, tests included. */
export const files: string[] = ["app", "components", "e2e", "lib", "prisma", "scripts", "tests"].flatMap(
  sources,
);

export const isTest = (file: string): boolean =>
  /\.(test|e2e)\.tsx?$/.test(file) || /^(tests|e2e)\//.test(file) || /fixtures?\.ts$/.test(file);

/** What is shipped, or runs to ship it. */
export const code: string[] = files.filter((file) => !isTest(file));

/** One name that a file takes from another. `name` is `*` for all of it, as with `import()` and `export *`; "" for none, as with `import "x"`. */
export type Import = { from: string; to: string; name: string };

export type Parsed = {
  imports: Import[];
  /** The text of each exported declaration or name, without comments. */
  exports: string[];
  /** "use server", "use client" and the like: of the file, and those inside its functions. */
  directives: { file: string[]; inside: string[] };
  /** The names of the functions that are called. */
  calls: string[];
  /** Calls such as `db.job.updateMany(…)`: the table's model and the verb. */
  tableCalls: { model: string; verb: string }[];
  /** The code without its comments. */
  text: string;
};

const known = new Set(files);

/** The file that an import means; a package's name is left as it is. */
function target(from: string, specifier: string): string {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null;
  if (base === null) return specifier;
  const found = ["", ".ts", ".tsx", ".mts", ".mjs", ".d.ts"].find((ending) => known.has(base + ending));
  return found === undefined ? base : base + found;
}

/** Reads TypeScript with a real parser: comments, strings and unusual spellings hide nothing. @throws Error for what does not parse. */
export function parse(file: string, source: string): Parsed {
  const { program, module, comments, errors } = parseSync(file, source);
  if (errors.length) throw new Error(`${file}: ${errors[0]?.message}`);
  const text = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), source);
  const imports: Import[] = [];
  const add = (specifier: string, name: string) =>
    imports.push({ from: file, to: target(file, specifier), name });
  for (const { moduleRequest, entries } of module.staticImports) {
    if (entries.length === 0) add(moduleRequest.value, "");
    for (const { importName } of entries)
      add(
        moduleRequest.value,
        importName.kind === "NamespaceObject" ? "*" : (importName.name ?? importName.kind.toLowerCase()),
      );
  }
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, importName } of entries)
      if (moduleRequest) add(moduleRequest.value, importName.name ?? "*");
  const exports: string[] = [];
  const directives: Parsed["directives"] = { file: [], inside: [] };
  const calls: string[] = [];
  const tableCalls: Parsed["tableCalls"] = [];
  const bare = (start: number, end: number) =>
    comments
      .filter((one) => one.start >= start && one.end <= end)
      .reduceRight(
        (rest, one) => rest.slice(0, one.start - start) + rest.slice(one.end - start),
        source.slice(start, end),
      );
  new Visitor({
    ImportExpression: (node) =>
      add(node.source.type === "Literal" ? String(node.source.value) : "an import that is computed", "*"),
    TSImportType: (node) => add(String(node.source.value), "*"),
    ExpressionStatement: (node) => {
      if (!("directive" in node) || !node.directive) return;
      const where = program.body.some((one) => one.start === node.start) ? "file" : "inside";
      directives[where].push(node.directive);
    },
    ExportNamedDeclaration: (node) => exports.push(bare(node.start, node.end).replace(/^export\s+/, "")),
    ExportDefaultDeclaration: (node) => exports.push(bare(node.start, node.end).replace(/^export\s+/, "")),
    ExportAllDeclaration: (node) => exports.push(bare(node.start, node.end).replace(/^export\s+/, "")),
    CallExpression: ({ callee }) => {
      if (callee.type === "Identifier") calls.push(callee.name);
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      calls.push(callee.property.name);
      const table = callee.object;
      if (table.type === "MemberExpression" && table.property.type === "Identifier")
        tableCalls.push({ model: table.property.name, verb: callee.property.name });
    },
  }).visit(program);
  return { imports, exports, directives, calls, tableCalls, text };
}

const kept = new Map<string, Parsed>();

/** A file of the project, read once. */
export function parsed(file: string): Parsed {
  const known = kept.get(file) ?? parse(file, read(file));
  kept.set(file, known);
  return known;
}

/** What the code imports, tests aside. */
export const imports: Import[] = code.flatMap((file) => parsed(file).imports);

/** Imports as a list to read when a rule fails. */
export const listed = (found: Import[]): string[] => [
  ...new Set(found.map(({ from, to }) => `${from} -> ${to}`)),
];

/** Groups of names that lead back to each other. @param keyOf what a file belongs to; undefined leaves it out. */
export function circles(keyOf: (file: string) => string | undefined, among: Import[] = imports): string[] {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of among) {
    const [a, b] = [keyOf(from), known.has(to) ? keyOf(to) : undefined];
    if (a && b && a !== b) edges.set(a, (edges.get(a) ?? new Set()).add(b));
  }
  const reach = (start: string) => {
    const seen = new Set<string>();
    const todo = [...(edges.get(start) ?? [])];
    for (let next = todo.pop(); next; next = todo.pop())
      if (!seen.has(next)) {
        seen.add(next);
        todo.push(...(edges.get(next) ?? []));
      }
    return seen;
  };
  return [...edges.keys()].filter((name) => reach(name).has(name)).sort();
}
