import { describe, expect, it } from "vitest";
import { circles, code, files, type Import, imports, isTest, listed, parsed } from "./source";

/** Whose code a file is, the first that fits, and what of the project it may import. */
const rooms: { of: RegExp; may: RegExp; because: string }[] = [
  { of: /^lib\/glass\//, may: /^lib\/(glass\/|money\.ts|dates\.ts)/, because: "the trade is pure" },
  { of: /^lib\/tenancy\//, may: /^lib\/(tenancy\/|env\.ts)/, because: "the kernel stands on nothing" },
  {
    of: /^lib\/domain\//,
    may: /^lib\/(?!doors\/)/,
    because: "a noun knows no door and no screen: many surfaces use it",
  },
  { of: /^lib\/doors\//, may: /^lib\/(?!domain|glass)/, because: "doors open for any noun" },
  { of: /^lib\//, may: /^lib\/(?!domain|doors|glass)/, because: "a shop system of any trade has it" },
  {
    of: /^components\//,
    may: /^(components\/|lib\/glass\/|lib\/forms\/form\.ts|lib\/(dates|date-range|money|phone|signature|states)\.ts)/,
    because: "what things look like knows no shop, no door and no database",
  },
  { of: /^app\//, may: /^(app|components|lib)\//, because: "surfaces ship without the tools" },
  { of: /^prisma\//, may: /^(prisma|lib|scripts\/tools)\//, because: "seeds stand on the tools" },
  { of: /^scripts\/tools\//, may: /^(scripts\/tools|lib)\/|^vitest\.config/, because: "tools know no seed" },
  { of: /^scripts\//, may: /^(scripts|prisma|lib|tests)\//, because: "commands know all but pages" },
];

const inProject = ({ to }: Import) =>
  files.includes(to) || /^(app|components|e2e|lib|prisma|scripts|tests)\//.test(to);

describe("who may import whom", () => {
  it.each(rooms)("$of: $because", ({ of, may }) => {
    const mine = imports.filter(({ from }) => rooms.find((room) => room.of.test(from))?.of === of);
    expect(mine.length).toBeGreaterThan(0);
    expect(listed(mine.filter((one) => inProject(one) && !may.test(one.to)))).toEqual([]);
  });

  it("every file has a room", () => {
    expect(code.filter((file) => !rooms.some(({ of }) => of.test(file)))).toEqual([]);
  });

  it("every import names a file that is there", () => {
    const made = /^lib\/tenancy\/generated\/|\.css$/;
    const lost = imports.filter((one) => inProject(one) && !files.includes(one.to) && !made.test(one.to));
    expect(listed(lost)).toEqual([]);
  });

  it("nothing leads in a circle: not files, not the folders of lib/ and scripts/tools/, not features", () => {
    expect(circles((file) => file)).toEqual([]);
    expect(circles((file) => /^(lib\/.+|scripts\/tools\/.+)\/[^/]+$/.exec(file)?.[1])).toEqual([]);
    expect(circles(surfaceOf)).toEqual([]);
  });

  it("no surface imports another: deleting one must not break the next", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [mine, theirs] = [surfaceOf(from), surfaceOf(to)];
      return mine && theirs && mine !== theirs;
    });
    expect(listed(wrong)).toEqual([]);
  });

  it("what ships imports no test", () => {
    const shipped = imports.filter(({ from, to }) => /^(app|components|lib)\//.test(from) && isTest(to));
    expect(listed(shipped)).toEqual([]);
  });

  it("only the kernel touches the Prisma client: whoever else does, walks around the guard", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        /^(app|components|lib)\//.test(from) &&
        !from.startsWith("lib/tenancy/") &&
        (/tenancy\/generated/.test(to) || /^(@prisma\/.*|pg|prisma)$/.test(to)),
    );
    expect(listed(wrong)).toEqual([]);
  });

  /** Names of the kernel that open more than one shop's work, and who may take them. */
  const opens: { names: string[]; may: RegExp; because: string }[] = [
    {
      names: ["withSystem"],
      may: /^lib\/(auth\/(identity|sessions|throttle)|doors\/platform|mail\/outbox|security\/(alerts|security)|tasks\/task)\.ts$/,
      because:
        "only identity, platform, the outbox, the security log and the system's own tasks run as the kernel itself",
    },
    {
      names: ["withTenant", "everyTenant"],
      may: /^lib\/(doors\/(action|guest|lookup|view)|tasks\/task)\.ts$/,
      because:
        "only the doors, and the task that the database says is the shop's, open a shop: all else is handed its database",
    },
  ];
  it.each(opens)("$names: $because", ({ names, may }) => {
    const wrong = imports.filter(
      ({ from, to, name }) =>
        /^(app|components|lib)\//.test(from) &&
        !from.startsWith("lib/tenancy/") &&
        to.startsWith("lib/tenancy/") &&
        (names.includes(name) || name === "*") &&
        !may.test(from),
    );
    expect(listed(wrong)).toEqual([]);
  });

  it("only the security log looks over the walls", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        to === "lib/tenancy/analytics.ts" && from !== "lib/security/security.ts" && /^(app|lib)\//.test(from),
    );
    expect(listed(wrong)).toEqual([]);
  });

  it("a door opens for its own surface: a shop's, a guest's, a system administrator's", () => {
    const own: [RegExp, RegExp][] = [
      [/^lib\/doors\/(action|lookup|view)\.ts$/, /^app\/\[tenant\]\//],
      [/^lib\/doors\/guest\.ts$/, /^app\/\(public\)\//],
      [/^lib\/doors\/platform\.ts$/, /^app\/platform\//],
    ];
    for (const [door, surface] of own) {
      const taken = imports.filter(({ from, to }) => door.test(to) && from.startsWith("app/"));
      expect(taken.length).toBeGreaterThan(0);
      expect(listed(taken.filter(({ from }) => !surface.test(from)))).toEqual([]);
    }
  });
});

/** The part of app/ that can be taken away by itself; undefined for what all of them stand on. */
function surfaceOf(file: string): string | undefined {
  const path = file.match(/^app\/(\[tenant\]\/[a-z-]+|platform|\(public\)|\(auth\)|api)\//);
  return path?.[1];
}

it("the name of a type that others use is one thing's", () => {
  const shipped = code.filter((file) => /^(app|components|lib)\//.test(file));
  const homes = new Map<string, string[]>();
  for (const file of shipped)
    for (const text of parsed(file).exports) {
      const name = /^type (\w+)/.exec(text)?.[1];
      if (name) homes.set(name, [...(homes.get(name) ?? []), file]);
    }
  expect(homes.size).toBeGreaterThan(50);
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
});

it("the product's name stands in one place", () => {
  const named = code.filter((file) => parsed(file).text.includes("BastionGlass"));
  expect(named).toEqual(["lib/product.ts"]);
});

describe("size", () => {
  it("no file is longer than 200 lines", () => {
    const shipped = code.filter((file) => /^(app|components|lib)\//.test(file));
    expect(shipped.filter((file) => parsed(file).text.split("\n").length > 201)).toEqual([]);
  });

  it("a folder holds what can be seen at a glance", () => {
    const count = new Map<string, number>();
    for (const file of code) {
      const folder = file.split("/").slice(0, -1).join("/");
      count.set(folder, (count.get(folder) ?? 0) + 1);
    }
    expect([...count].filter(([, many]) => many > 24)).toEqual([]);
  });
});
