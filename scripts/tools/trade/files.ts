import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../process/paths.ts";

/** Where the trade is, and what of lib/ it stands on: these folders and files. */
const folders = [
  "lib/glass",
  "lib/domain",
  "lib/forms",
  "lib/security",
  "app/(public)/quote",
  "app/[tenant]",
  "app/platform",
];

const single = [
  "auth/guest-link",
  "dates",
  "doors/audit",
  "fingerprint",
  "money",
  "paging",
  "phone",
  "sequence",
  "states",
  "zip",
].map((name) => `lib/${name}.ts`);

/** Code in those folders that is not broken, and why. */
const leftOut: { name: RegExp; because: string }[] = [
  { name: /\.test\.ts$/, because: "a test" },
  { name: /fixtures\.ts$|\/sample\.ts$/, because: "made-up data" },
  {
    name: /\/use-[\w-]+\.ts$|\/(typed|keyboard|remembered|save-file)\.ts$/,
    because: "the browser's, for e2e/",
  },
  { name: /\/route\.ts$/, because: "a door and little else, for e2e/" },
  {
    name: /\/(features?|home|fonts|form)\.ts$|pdf\/paper\.ts$|quote-types\.ts$/,
    because: "a list, without a decision",
  },
];

const sources = (folder: string, recursive = true): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));

/** The tests in the folders of files, and with a feature or a noun all of its tests. */
export function testsBeside(files: readonly string[]): string[] {
  const folders = files.map((file) => {
    const parts = file.split("/").slice(0, -1);
    return { folder: parts.slice(0, 3).join("/"), recursive: parts.length > 2 };
  });
  const all = folders.flatMap(({ folder, recursive }) => sources(folder, recursive));
  return [...new Set(all.filter((file) => /\.test\.tsx?$/.test(file)))];
}

/** All the tests in folders. */
export const testsIn = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) => sources(folder)).filter((file) => /\.test\.tsx?$/.test(file));

/** Every file of the trade's code that is broken. */
export const tradeFiles = (): string[] =>
  [...folders.flatMap((folder) => sources(folder)), ...single]
    .filter((file) => file.endsWith(".ts") && !leftOut.some(({ name }) => name.test(file)))
    .sort();

/** A verb, or what stands before one: what is handed the database. What is not is pure, and unit tests alone must notice what is broken there. */
export const isVerb = (file: string): boolean =>
  file.endsWith("/actions.ts") || /\bdb\b/.test(readFileSync(join(root, file), "utf8"));
