import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../process/paths.ts";
import { Advice } from "../process/progress.ts";
import type { Names } from "./names.ts";

type Edit = { file: string; text: string };

/** The lists that name every feature, each with the new one in it. @throws Advice where one is no longer as it was */
export function enlist(names: Names, flagged: boolean): Edit[] {
  const { path, title } = names;
  const contents = edit("app/[tenant]/features.ts", (text) =>
    put(
      put(text, /^import type \{ Feature \}/m, `import { feature as ${path} } from "./${path}/feature";\n`),
      /^\];/m,
      `  ${path},\n`,
    ),
  );
  const flags = edit("lib/flags.ts", (text) => put(text, /^\} as const;/m, `  ${path}: "${title}",\n`));
  const nouns = edit("tests/architecture/nouns.test.ts", (text) => {
    const start = text.indexOf("const nouns");
    return text.slice(0, start) + put(text.slice(start), /^\};/m, `  ${path}: "",\n`);
  });
  // Takes no id of another row: the sweep would else take it for one that it could not try.
  const noId = edit("e2e/isolation.e2e.ts", (text) =>
    put(text, /^\]\.sort\(\)/m, `  "add${names.model}",\n`),
  );
  return [contents, nouns, allowedRoles(names), noId, ...(flagged ? [flags] : [])];
}

/** Says once more, as a test wants it said, whom the new doors let in. */
function allowedRoles({ path, model }: Names): Edit {
  const doors = {
    page: [path, `${path}/[id]`, `${path}/[id]/edit`, `${path}/new`],
    action: ["add", "edit", "remove"].map((verb) => `${path}#${verb}${model}`),
  };
  return edit("tests/support/allowed-roles.ts", (text) => {
    let changed = text;
    for (const [kind, names] of Object.entries(doors)) {
      const [before, lines, after] = section(changed, kind);
      for (const name of names) {
        const next = lines.findIndex((line) => (/^ *"?([^":]*)/.exec(line)?.[1] ?? "") > name);
        lines.splice(next < 0 ? lines.length : next, 0, `    "${name}": office,`);
      }
      changed = before + lines.join("\n") + after;
    }
    return changed;
  });
}

/** The lines of one part of a list of lists, and the text around them. */
function section(text: string, name: string): [before: string, lines: string[], after: string] {
  const opening = `\n  ${name}: {\n`;
  const start = text.indexOf(opening) + opening.length;
  const end = text.indexOf("\n  },", start);
  if (start < opening.length || end < 0) throw new Advice(`There is no list of each ${name} where one was.`);
  return [text.slice(0, start), text.slice(start, end).split("\n"), text.slice(end)];
}

function edit(file: string, change: (text: string) => string): Edit {
  const text = readFileSync(join(root, file), "utf8");
  const changed = change(text);
  if (changed === text) throw new Advice(`${file} is not as it was: there is no place for a new line.`);
  return { file, text: changed };
}

/** Puts a line before the first place that fits. */
const put = (text: string, before: RegExp, line: string) => text.replace(before, (found) => line + found);
