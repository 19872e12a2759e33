import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { features } from "@/app/[tenant]/features";
import type { Gate } from "@/lib/doors/door";
import { allowedRoles } from "./support/allowed-roles";

// Which roles each door says it lets in. That a door then does so is shown by tests/attacks/doors.test.ts, and of the running app by e2e/roles.e2e.ts.
vi.mock("@/lib/doors/action", () => ({ action: (verb: Gate) => verb }));
vi.mock("@/lib/doors/lookup", () => ({ lookup: (route: Gate) => route }));
vi.mock("@/lib/doors/view", () => ({ view: async (gate: Gate) => Promise.reject(new Asked(gate)) }));
vi.mock("@/lib/doors/door", () => ({
  admit: async (_slug: string, gate: Gate) => Promise.reject(new Asked(gate)),
}));

class Asked extends Error {
  constructor(readonly gate: Gate) {
    super("A page asks before it reads anything");
  }
}

type Page = (props: Record<string, unknown>) => Promise<unknown>;

const shop = path.resolve(import.meta.dirname, "../app/[tenant]");
const files = readdirSync(shop, { recursive: true, encoding: "utf8" }).sort();
const folderOf = (file: string) => path.posix.dirname(file).replace(/^\.$/, "");

async function load(file: string): Promise<Record<string, unknown>> {
  return import(path.join(shop, file));
}

/** The gate that a page or panel names first, before it has read anything. */
async function gateOf(page: Page): Promise<Gate> {
  const id = "01a1fd5c-4eec-739d-a3e6-759ce61c1f5b";
  const params = Promise.resolve({ tenant: "harbor", id, vehicleId: id });
  const asked = await page({
    params,
    searchParams: Promise.resolve({ job: id }),
    tenant: "harbor",
    jobId: id,
  }).catch((error: unknown) => error);
  if (!(asked instanceof Asked)) throw new Error("asked for nothing", { cause: asked });
  return asked.gate;
}

const filesNamed = (name: string) => files.filter((file) => path.posix.basename(file) === name);
const rolesOf = ({ allow }: Gate) => allow.toSorted();
const sorted = (doors: Record<string, readonly string[]>) =>
  Object.fromEntries(Object.entries(doors).map(([door, roles]) => [door, roles.toSorted()]));

describe("which roles a door lets in is written once more, by hand", () => {
  it("pages", async () => {
    const found: Record<string, string[]> = {};
    for (const file of filesNamed("page.tsx"))
      found[folderOf(file)] = rolesOf(await gateOf((await load(file)).default as Page));
    expect(found).toEqual(sorted(allowedRoles.page));
  });

  it("panels on other features' pages", async () => {
    const found: Record<string, string[]> = {};
    for (const { path, panels } of features)
      for (const on of Object.keys(panels ?? {}))
        found[`${path} on a ${on}`] = rolesOf(
          await gateOf((await load(`${path}/${on}-panel.tsx`)).default as Page),
        );
    expect(found).toEqual(sorted(allowedRoles.panel));
  });

  it("routes", async () => {
    const found: Record<string, string[]> = {};
    for (const file of filesNamed("route.ts")) {
      const verbs = Object.entries(await load(file)).filter(([verb]) => /^[A-Z]+$/.test(verb));
      expect(verbs.map(([verb]) => verb)).toEqual(["GET"]);
      found[folderOf(file)] = rolesOf(verbs[0]?.[1] as Gate);
    }
    expect(found).toEqual(sorted(allowedRoles.route));
  });

  it("actions, all that a file exports", async () => {
    const found: Record<string, string[]> = {};
    for (const file of filesNamed("actions.ts"))
      for (const [name, verb] of Object.entries(await load(file)))
        found[`${folderOf(file)}#${name}`] = rolesOf(verb as Gate);
    expect(found).toEqual(sorted(allowedRoles.action));
  });
});
