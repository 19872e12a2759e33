import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../process/paths.ts";
import { Advice } from "../process/progress.ts";

/** A new feature's names, such as recalls, recall, Recall, "Recall notices" and "Recall notice". */
export type Names = { path: string; one: string; model: string; title: string; oneTitle: string };

const example = 'For example: npm run new -- recalls "Recall notices"';

/** Words that the templates use themselves, or that Prisma, SQL or TypeScript keep. */
const kept = new Set(
  (
    "action actions actor analyses any bigint boolean bytes column columns count database databases date datetime db decimal enum error " +
    "feature features field fields float flag flags form forms function functions group groups home id index indexes input int item items json key keys map " +
    "model models module modules name names now object odd order orders page pages params promise queries query read record records references role roles " +
    "row rows search select server shop shops shown string strings symbol symbols system table tables tenant tenants test tests text texts title titles " +
    "total type types undefined user users value values verb verbs view views"
  ).split(" "),
);

/** One of what a plural names: recalls → recall, warranties → warranty, patches → patch; the word itself where it is no plural. */
function singular(plural: string): string {
  if (/ies$/.test(plural)) return `${plural.slice(0, -3)}y`;
  if (/(s|x|ch|sh|z)es$/.test(plural)) return plural.slice(0, -2);
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : plural;
}

/** Whether a program may call a variable so: `class` it may not. */
function isName(word: string): boolean {
  try {
    new Function(`"use strict"; let ${word};`);
    return !["await", "async"].includes(word);
  } catch {
    return false;
  }
}

/** @throws Advice for names that no feature can have. */
export function namesOf(path: string, title: string): Names {
  if (!/^[a-z]{3,24}$/.test(path))
    throw new Advice(`A feature's path is one word of 3 to 24 small letters, in the plural.\n${example}`);
  const one = singular(path);
  if (one === path) throw new Advice(`"${path}" is no plural: the list of many is named by it.\n${example}`);
  if (![path, one].every((word) => isName(word) && !kept.has(word)))
    throw new Advice(`"${path}" or "${one}" has a meaning in the code already. Choose another word.`);
  if (!/^[A-Z][A-Za-z0-9]*( [A-Za-z0-9-]+)*$/.test(title) || title.length > 40)
    throw new Advice(
      `A feature's name stands in the nav: words of letters and digits, the first with a capital, at most 40 characters.\n${example}`,
    );
  const [last = "", ...before] = title.split(" ").reverse();
  if (singular(last) === last)
    throw new Advice(`"${title}" is no plural: one of them is named by it as well.\n${example}`);
  const oneTitle = [...before.reverse(), singular(last)].join(" ");
  return { path, one, model: capital(one), title, oneTitle };
}

/** @throws Advice where the project has something of a name already. */
export function refuseTaken({ path, one, model }: Names): void {
  for (const place of [`app/[tenant]/${path}`, `lib/domain/${path}`, `prisma/models/${path}.prisma`])
    if (existsSync(join(root, place))) throw new Advice(`${place} is there already. Choose another word.`);
  const models = readdirSync(join(root, "prisma/models")).map((file) =>
    readFileSync(join(root, "prisma/models", file), "utf8"),
  );
  const taken = models.some((text) => new RegExp(`^model ${model} |@@map\\("${path}"\\)`, "m").test(text));
  if (taken)
    throw new Advice(
      `There is a model ${model} or a table ${path} already. Choose another word than ${one}.`,
    );
  if (new RegExp(`^ {2}${path}:`, "m").test(readFileSync(join(root, "lib/flags.ts"), "utf8")))
    throw new Advice(`lib/flags.ts has a flag ${path} already. Choose another word.`);
}

export const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
