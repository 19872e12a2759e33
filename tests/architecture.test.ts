import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

// Who may import whom, and why. Paths are from the project's root, without an ending.
const root = path.resolve(import.meta.dirname, "..");
const shop = "app/[tenant]/";

type Import = { from: string; to: string; names: string };

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(name);
    return /\.tsx?$/.test(entry.name) ? [name] : [];
  });
}

const isTest = (file: string) => /\.(test|e2e)\.tsx?$/.test(file) || file.startsWith("tests/");
const files = ["app", "components", "lib"].flatMap(sources);
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

function importsOf(file: string): Import[] {
  const statements = read(file).matchAll(/^(?:import|export)\s+([^"';]*?from\s+)?["']([^"']+)["']/gm);
  return [...statements].map(([, names = "", target = ""]) => {
    const to = target.startsWith("@/")
      ? target.slice(2)
      : target.startsWith(".")
        ? path.posix.join(path.posix.dirname(file), target)
        : target;
    return { from: file, to: to.replace(/\.tsx?$/, ""), names };
  });
}

const imports = files.filter((file) => !isTest(file)).flatMap(importsOf);
const featureOf = (file: string) =>
  (file.startsWith(shop) ? file.slice(shop.length).split("/") : []).slice(0, -1)[0];
const listed = (found: Import[]) => found.map(({ from, to }) => `${from} -> ${to}`);

describe("who may import whom", () => {
  it("a feature never imports another feature: deleting one must not break the next", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [mine, theirs] = [
        featureOf(from),
        featureOf(`${to}/x`) && to.startsWith(shop) ? to.slice(shop.length).split("/") : [],
      ];
      return mine && theirs.length > 1 && theirs[0] !== mine;
    });
    expect(listed(wrong)).toEqual([]);
  });

  it("only the kernel touches the Prisma client: whoever else does, walks around the guard", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        !from.startsWith("lib/tenancy/") &&
        (/tenancy\/generated/.test(to) || /^(@prisma|pg$|prisma$)/.test(to)),
    );
    expect(listed(wrong)).toEqual([]);
  });

  it("only identity and the security log run as the kernel itself", () => {
    const allowed = [
      "lib/auth/identity.ts",
      "lib/auth/sessions.ts",
      "lib/auth/throttle.ts",
      "lib/doors/platform.ts",
      "lib/security/alerts.ts",
      "lib/security/security.ts",
    ];
    const wrong = imports.filter(
      ({ from, names }) =>
        /\bwithSystem\b/.test(names) && !from.startsWith("lib/tenancy/") && !allowed.includes(from),
    );
    expect(listed(wrong)).toEqual([]);
  });

  it("only the doors open a shop: a feature is handed its database", () => {
    const doors = ["lib/doors/action.ts", "lib/doors/guest.ts", "lib/doors/lookup.ts", "lib/doors/view.ts"];
    const wrong = imports.filter(
      ({ from, names }) =>
        /\b(withTenant|everyTenant)\b/.test(names) &&
        !from.startsWith("lib/tenancy/") &&
        !doors.includes(from),
    );
    expect(listed(wrong)).toEqual([]);
  });

  it("only the security log looks over the walls", () => {
    const wrong = imports.filter(
      ({ from, to }) => to.endsWith("tenancy/analytics") && from !== "lib/security/security.ts",
    );
    expect(listed(wrong)).toEqual([]);
  });

  it("only platform/ looks at all shops, by its own doors: to everyone but a system administrator it is not there", () => {
    const wrong = imports.filter(
      ({ from, to }) => to === "lib/doors/platform" && !from.startsWith("app/platform/"),
    );
    expect(listed(wrong)).toEqual([]);
    const pages = files.filter((file) => file.startsWith("app/platform/") && file.endsWith("/page.tsx"));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((file) => !/\bplatform\(/.test(read(file)))).toEqual([]);
    expect(files.filter((file) => /^app\/platform\/.*\/route\.ts$/.test(file))).toEqual([]);
    const ofShops = imports.filter(
      ({ from, to }) => from.startsWith("app/platform/") && /^lib\/doors\/(action|lookup|view)$/.test(to),
    );
    expect(listed(ofShops)).toEqual([]);
  });

  it("the doors for guests open for the public pages alone: a shop's own pages ask who somebody is", () => {
    const wrong = imports.filter(({ from, to }) => to === "lib/doors/guest" && !from.startsWith("app/(public)/"));
    expect(listed(wrong)).toEqual([]);
  });

  it("nobody upserts: Prisma reads first and then writes, and of two at once one fails", () => {
    const wrong = files.filter((file) => !isTest(file) && /\.upsert\(/.test(read(file)));
    expect(wrong).toEqual([]);
  });

  it("texts are looked for by lib/search alone: LIKE takes what people type for patterns", () => {
    const patterns = /\b(contains|startsWith|endsWith):|mode: "insensitive"|\bI?LIKE\b/;
    const wrong = files.filter(
      (file) =>
        !isTest(file) &&
        !/^lib\/(search\.ts$|tenancy\/attacks\/)/.test(file) &&
        patterns.test(read(file).replace(/^\s*(\/\/|\/?\*).*$/gm, "")),
    );
    expect(wrong).toEqual([]);
  });

  it("components know no shop, no door and no database", () => {
    const allowed = /^(components\/|lib\/(money|dates|date-range|forms\/form$|signature|states|phone|glass\/)|[^./])/;
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith("components/") &&
        (!allowed.test(to) ||
          to.startsWith("app/") ||
          /^lib\/(?!money|dates|date-range|forms\/form$|signature|states|phone|glass\/)/.test(to)),
    );
    expect(listed(wrong)).toEqual([]);
  });

  it("the trade is pure: lib/glass imports itself, money and dates", () => {
    const wrong = imports.filter(
      ({ from, to }) => from.startsWith("lib/glass/") && !/^(lib\/(glass\/|money|dates)|zod$)/.test(to),
    );
    expect(listed(wrong)).toEqual([]);
  });

  it("lib knows no page", () => {
    const wrong = imports.filter(({ from, to }) => from.startsWith("lib/") && /^(app|components)\//.test(to));
    expect(listed(wrong)).toEqual([]);
  });
});

/** How each export of a "use server" file begins: with a shop's doors in a shop, with platform/'s own there. */
const doorIn = (file: string) =>
  file.startsWith("app/platform/")
    ? /^const \w+ = platformAction\(\{/
    : /^const \w+ = (action|guestAction)\(\{/;

describe("what a feature never does", () => {
  const features = files.filter((file) => file.startsWith(shop) && !isTest(file));

  it("names the tenant's id: the kernel adds it", () => {
    expect(features.filter((file) => /tenantId|tenant_id/.test(read(file)))).toEqual([]);
  });

  it("opens a transaction or puts SQL together from text", () => {
    expect(features.filter((file) => /\$transaction|RawUnsafe|Prisma\.raw\(/.test(read(file)))).toEqual([]);
  });

  it("exports from a 'use server' file anything but actions: every export is a public endpoint", () => {
    const endpoints = files.filter((file) => /^["']use server["']/.test(read(file)));
    const wrong = endpoints.filter((file) =>
      [...read(file).matchAll(/^export\s+(.*)$/gm)].some(([, what = ""]) => !doorIn(file).test(what)),
    );
    expect(endpoints.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it("leaves a page without its door", () => {
    const pages = features.filter((file) => file.endsWith("/page.tsx"));
    expect(pages.filter((file) => !/\bview\(/.test(read(file)))).toEqual([]);
    const routes = features.filter((file) => file.endsWith("/route.ts"));
    expect(routes.filter((file) => !/\blookup\(/.test(read(file)))).toEqual([]);
  });

  it("writes to the console: the log alone knows what may be told", () => {
    expect(files.filter((file) => !isTest(file) && /\bconsole\.\w+\(/.test(read(file)))).toEqual([]);
  });

  it("streams: a page that has begun can't answer 404 any more", () => {
    expect(files.filter((file) => file.startsWith(shop) && /\/loading\.tsx$/.test(file))).toEqual([]);
  });

  it("caches across requests: those caches know no shop", () => {
    expect(
      files.filter((file) => !isTest(file) && /unstable_cache|["']use cache["']/.test(read(file))),
    ).toEqual([]);
  });
});

describe("size", () => {
  it("no file is longer than 200 lines", () => {
    const long = files.filter((file) => !isTest(file) && read(file).split("\n").length > 201);
    expect(long).toEqual([]);
  });
});
