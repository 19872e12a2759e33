import { expect, it } from "vitest";
import { listed, statementsOf } from "./sql-statements";

it("cuts at the semicolons that end statements, and knows their lines", () => {
  const found = statementsOf(`-- first; not an end
select 'a;b', "c;d", E'e\\';f';

/* two
   lines; */ create function f() as $body$ begin; end; $body$;
do $$ begin drop table x; end $$`);
  expect(found.map(({ text, line }) => [line, text])).toEqual([
    [2, `select 'a;b', "c;d", E'e\\';f'`],
    [5, "create function f() as $$ $$"],
    [6, "do $$ $$"],
  ]);
  expect(found[0]?.comments).toContain("first; not an end");
  expect(found[2]?.body).toContain("drop table x");
});

it("finds nothing in nothing", () => {
  expect(statementsOf("\n-- only a remark\n;;")).toEqual([]);
});

it("cuts a list at its own commas", () => {
  expect(listed("a numeric(10, 2) default '1,2', check (b in (1, 2)), \"c,d\" text[]")).toEqual([
    "a numeric(10, 2) default '1,2'",
    "check (b in (1, 2))",
    '"c,d" text[]',
  ]);
});
