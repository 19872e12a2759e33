import { describe, expect, it } from "vitest";
import { circles, parse } from "./source";

const read = (source: string) => parse("lib/x.tsx", source);

describe("the code is read as a compiler reads it", () => {
  it("knows every way to import", () => {
    const { imports } = read(`
      import a, { type B, c as d } from "./money";
      import * as all from "@/lib/dates";
      import "./phone";
      export * from "./zip";
      export { e } from "./states";
      const later = import("./paging");
      type F = import("./search").F;
    `);
    expect(imports.map(({ to, name }) => `${to} ${name}`)).toEqual([
      "lib/money.ts default",
      "lib/money.ts B",
      "lib/money.ts c",
      "lib/dates.ts *",
      "lib/phone.ts ",
      "lib/zip.ts *",
      "lib/states.ts e",
      "lib/paging.ts *",
      "lib/search.ts *",
    ]);
  });

  it("an import whose name is computed is no file of the project, and is seen", () => {
    expect(read("const x = import(name)").imports).toEqual([
      { from: "lib/x.tsx", to: "an import that is computed", name: "*" },
    ]);
  });

  it("finds directives below a comment, and inside a function", () => {
    expect(read(`// first\n"use server";\nexport const x = 1;`).directives).toEqual({
      file: ["use server"],
      inside: [],
    });
    expect(read(`async function f() { "use server"; }`).directives).toEqual({
      file: [],
      inside: ["use server"],
    });
  });

  it("takes nothing that stands in a comment for code", () => {
    const { calls, text, exports } = read(`
      // view(
      /* $transaction */
      export const x = /* action({ */ other({});
    `);
    expect(calls).toEqual(["other"]);
    expect(text).not.toMatch(/view|transaction|action/);
    expect(exports).toEqual(["const x =  other({});"]);
  });

  it("names the tables that are written, also through a question mark and in a nested call", () => {
    const { tableCalls } = read(
      "await db.job.update(x); wait(() => tx?.part.createMany(y)); db.job.findMany()",
    );
    expect(tableCalls).toEqual([
      { model: "job", verb: "update" },
      { model: "part", verb: "createMany" },
      { model: "job", verb: "findMany" },
    ]);
  });

  it("refuses what does not parse", () => {
    expect(() => read("const = 1")).toThrow("lib/x.tsx");
  });
});

it("finds circles of files and of folders", () => {
  const [a, b, c] = ["lib/money.ts", "lib/dates.ts", "lib/glass/time-window.ts"] as const;
  const one = (from: string, to: string) => ({ from, to, name: "x" });
  expect(circles((file) => file, [one(a, b), one(b, c)])).toEqual([]);
  expect(circles((file) => file, [one(a, b), one(b, a), one(b, c)])).toEqual([b, a]);
  const folder = (file: string) => file.split("/").slice(0, -1).join("/");
  expect(circles(folder, [one(a, c), one(c, b)])).toEqual(["lib", "lib/glass"]);
});
