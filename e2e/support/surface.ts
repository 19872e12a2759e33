import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const app = path.join(root, "app");
const shop = path.join(app, "[tenant]");

/** What the app offers below a shop, read from its own files: a new page, route or action is attacked the day it is born. */
function filesNamed(name: string, below = shop): string[] {
  const found = readdirSync(below, { recursive: true, encoding: "utf8" }).filter(
    (file) => path.basename(file) === name,
  );
  return found.map((file) => file.split(path.sep).slice(0, -1).join("/")).sort();
}

/** Paths below the shop, with `[id]` where an id stands: `customers/[id]/edit`. "" is the shop's own page. */
export const pages = filesNamed("page.tsx");

export const routes = filesNamed("route.ts");

/** Pages outside of any shop, as addresses: `/sign-in`. */
export const shoplessPages = filesNamed("page.tsx", app)
  .filter((page) => !page.startsWith("[tenant]") && !page.includes("["))
  .map((page) => `/${page.replace(/\([^)]*\)\/?/g, "")}`);

/** Pages of platform/, with `[id]` where an id stands. */
export const platformPages = filesNamed("page.tsx", app).filter((page) => page.startsWith("platform/"));

/** Which table an `[id]` names, by the segment before it, where the table is not called like that. */
const shopTables: Record<string, string> = {
  dispatch: "jobs",
  insurers: "insurer_profiles",
  accounts: "account_profiles",
  areas: "tax_areas",
  stock: "stock_items",
  parts: "part_overrides",
  "shop-parts": "parts",
  history: "price_versions",
};

/** Pages that name a row in their query, without which they are 404: under which name, and of which table. */
const queries: Record<string, [name: string, table: string]> = { "claims/new": ["job", "jobs"] };

/** Pages of one row, named in their path or query. */
export const pagesOfOne = pages.filter((page) => page.includes("[") || page in queries);

/** Fills a path's `[…]` segments, and the query it needs, with a shop's ids. @throws where no table is called like a folder. */
export function fill(pattern: string, ids: Record<string, string>, tables = shopTables): string {
  const segments = pattern.split("/");
  const path = segments
    .map((segment, index) => {
      if (!segment.startsWith("[")) return segment;
      const folder = segments[index - 1] ?? "";
      const id = ids[tables[folder] ?? folder];
      if (!id)
        throw new Error(
          `Which row does ${segment} of ${pattern} name? Call its folder like its table, or say so in e2e/support/surface.ts`,
        );
      return id;
    })
    .join("/");
  const [name, table = ""] = queries[pattern] ?? [];
  return name ? `${path}?${name}=${ids[table]}` : path;
}

/** Fills a page of platform/ with ids of the shared rooms, as an address. */
export const platformPath = (page: string, ids: Record<string, string>): string => `/${fill(page, ids, {})}`;

/** The tables whose rows have a page. */
export const tablesOfPages = [
  ...new Set(
    pages.flatMap((page) =>
      [...page.matchAll(/([^/]+)\/\[/g)].map(([, folder = ""]) => shopTables[folder] ?? folder),
    ),
  ),
];

export type ServerAction = { id: string; name: string; file: string; page: string };

type Manifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
};

/** Every server action of the build under test whose page is under this folder of app/, with that page. */
export function serverActions(under = "[tenant]"): ServerAction[] {
  const manifest = path.join(
    root,
    process.env.NEXT_DIST_DIR ?? ".next",
    "server",
    "server-reference-manifest.json",
  );
  const { node } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
  return Object.entries(node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: exportedName,
      file: filename,
      page: (Object.keys(workers)[0] ?? "").replace(/^app\//, "").replace(/\/page$/, ""),
    }))
    .filter(({ page }) => page.startsWith(under));
}
