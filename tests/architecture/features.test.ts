import { describe, expect, it } from "vitest";
import { code, files, isTest, parsed } from "./source";

const shipped = code.filter((file) => /^(app|components|lib)\//.test(file));
const ofShops = shipped.filter((file) => file.startsWith("app/[tenant]/"));
const nouns = shipped.filter((file) => file.startsWith("lib/domain/"));

/** Those of the files whose code, comments aside, has the pattern. */
const having = (among: string[], pattern: RegExp) => among.filter((file) => pattern.test(parsed(file).text));

describe("what neither a feature nor a noun does", () => {
  it("name the tenant's id: the kernel adds it", () => {
    const named = [...ofShops, ...nouns].filter((file) =>
      /tenantId|tenant_id/.test(parsed(file).text.replace(/omit: \{[^}]*\}/g, "")),
    );
    // Whose turn it is to have a picture drawn: no shop keeps another waiting.
    expect(named).toEqual(["lib/domain/shops/paper/paper.ts"]);
  });

  it("open a transaction or put SQL together from text", () => {
    expect(having([...ofShops, ...nouns], /\$transaction|RawUnsafe|Prisma\.raw\(/)).toEqual([]);
  });

  it("upsert: Prisma reads first and then writes, and of two at once one fails", () => {
    expect(shipped.filter((file) => parsed(file).tableCalls.some(({ verb }) => verb === "upsert"))).toEqual(
      [],
    );
  });

  it("look for texts but by lib/search: LIKE takes what people type for patterns", () => {
    const patterns = /\b(contains|startsWith|endsWith):|mode: "insensitive"|\bI?LIKE\b/;
    expect(
      having(
        shipped.filter((file) => file !== "lib/search.ts"),
        patterns,
      ),
    ).toEqual([]);
  });

  it("write to the console: the log alone knows what may be told", () => {
    expect(having(shipped, /\bconsole\.\w+\(/)).toEqual([]);
  });

  it("cache across requests: those caches know no shop", () => {
    const cached = shipped.filter((file) => {
      const { directives, text } = parsed(file);
      const all = [...directives.file, ...directives.inside];
      return all.some((one) => one.startsWith("use cache")) || /unstable_cache/.test(text);
    });
    expect(cached).toEqual([]);
  });
});

/** The doors that a folder of app/ has: to write, to see, to read. A route of the first or last is one file with a door each. */
const doors: { of: RegExp; action: RegExp; page?: string; route?: string }[] = [
  { of: /^app\/\[tenant\]\//, action: /^const \w+ = action\(\{/, page: "view", route: "lookup" },
  { of: /^app\/platform\//, action: /^const \w+ = platformAction\(\{/, page: "platform" },
  { of: /^app\/\(public\)\//, action: /^const \w+ = guestAction\(\{/ },
];

describe("doors", () => {
  const endpoints = shipped.filter((file) => parsed(file).directives.file.includes("use server"));

  it("all that a 'use server' file exports is an action: every export is a public endpoint", () => {
    expect(endpoints.length).toBeGreaterThan(0);
    const wrong = endpoints.filter((file) => {
      const door = doors.find(({ of }) => of.test(file))?.action;
      return parsed(file).exports.some((text) => !door?.test(text));
    });
    expect(wrong).toEqual([]);
  });

  it("no function makes itself an endpoint: those that do have no door", () => {
    expect(shipped.filter((file) => parsed(file).directives.inside.includes("use server"))).toEqual([]);
  });

  it.each(doors)("every page and route goes through its door: $of", ({ of, page, route }) => {
    const mine = ofApp(of);
    const pages = mine.filter((file) => file.endsWith("/page.tsx"));
    const routes = mine.filter((file) => file.endsWith("/route.ts"));
    expect(pages.length).toBeGreaterThan(0);
    if (page) expect(pages.filter((file) => !parsed(file).calls.includes(page))).toEqual([]);
    if (route) expect(routes.filter((file) => !parsed(file).calls.includes(route))).toEqual([]);
    else if (page) expect(routes).toEqual([]);
  });

  it("no page of a shop streams: one that has begun can't answer 404 any more", () => {
    expect(files.filter((file) => !isTest(file) && /^app\/\[tenant\]\/.*\/loading\.tsx$/.test(file))).toEqual(
      [],
    );
  });
});

function ofApp(of: RegExp): string[] {
  return shipped.filter((file) => of.test(file));
}
