import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runQuietly } from "../process/child.ts";
import { migrationsFolder, root } from "../process/paths.ts";
import { Advice } from "../process/progress.ts";
import { enlist } from "./lists.ts";
import { capital, type Names, namesOf, refuseTaken } from "./names.ts";

const templates = join(import.meta.dirname, "templates");

/**
 * Writes a feature that works as it is, from the templates, which are the feature "Recall notices" of the docs.
 * @param flagged whether shops have it only once it is switched on. @returns the files written or changed. @throws Advice for bad or taken names
 */
export async function writeFeature(path: string, title: string, flagged: boolean): Promise<string[]> {
  const names = namesOf(path, title);
  refuseTaken(names);
  // What can't be entered in a list is told before anything is written.
  const lists = enlist(names, flagged);
  const files = readdirSync(templates, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .map((file) => {
      const text = readFileSync(join(templates, file), "utf8");
      const named = renamed(file.replaceAll("\\", "/").replace(/\.txt$/, ""), names);
      return { file: dated(named), text: renamed(flagged ? text : text.replace(/^ *flag:.*\n/m, ""), names) };
    });
  for (const { file, text } of [...files, ...lists]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const written = [...files, ...lists].map(({ file }) => file).sort();
  await format(written.filter((file) => /\.tsx?$/.test(file)));
  return written;
}

/** The example's words in every writing, with the names in their place. */
export function renamed(text: string, { path, one, model, title, oneTitle }: Names): string {
  const small = (words: string) => (/^[A-Z][a-z]/.test(words) ? lower(words) : words);
  const words: Record<string, string> = {
    "Recall notices": title,
    "Recall notice": oneTitle,
    "recall notices": small(title),
    "recall notice": small(oneTitle),
    Recalls: capital(path),
    Recall: model,
    recalls: path,
    recall: one,
  };
  return text.replace(/[Rr]ecall notices?|[Rr]ecalls?/g, (word) => words[word] ?? word);
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** A migration comes after all that are there, whatever the clock says. */
function dated(file: string): string {
  const last = readdirSync(migrationsFolder).sort().at(-1)?.slice(0, 14) ?? "";
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const stamp = now > last ? now : String(BigInt(last) + 1n);
  return file.replace(/^prisma\/migrations\//, `prisma/migrations/${stamp}_add_`);
}

async function format(files: string[]): Promise<void> {
  const biome = "node_modules/@biomejs/biome/bin/biome";
  const { code, output } = await runQuietly(biome, ["check", "--write", "--colors=off", ...files]);
  if (code !== 0) throw new Advice(`What was written could not be formatted:\n${output}`);
}
