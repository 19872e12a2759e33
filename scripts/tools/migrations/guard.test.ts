import { describe, expect, it } from "vitest";
import { migrationFaults, migrationsHere } from "./guard";

const FIRST = {
  name: "1_first",
  sql: `create table visits (tenant_id uuid not null, id uuid not null, "note" TEXT NOT NULL, code varchar(10), size integer, price numeric(10, 2), primary key (tenant_id, id));
select app.tenant_table('visits');`,
};

const faultsIn = (sql: string) => migrationFaults([FIRST, { name: "2_next", sql }], "1_first");

it("finds nothing to say about the migrations of this project", () => {
  expect(migrationsHere().length).toBeGreaterThan(2);
  expect(migrationFaults(migrationsHere())).toEqual([]);
});

it("names file, line and what to do", () => {
  expect(faultsIn("-- Why\n\nselect 1;\ncreate table stops (id int);")).toEqual([
    expect.stringMatching(
      /^prisma\/migrations\/2_next\/migration\.sql:4: the table stops says nothing .* select app\.tenant_table\('stops'\)/,
    ),
  ]);
});

const slips: [string, string, RegExp][] = [
  [
    "a unique index over all shops",
    'create unique index concurrently "visits_code_key" on "visits" ("code", "tenant_id")',
    /unique key of visits starts with code: .* Start it with tenant_id/,
  ],
  [
    "a unique key over all shops",
    "alter table visits add constraint k unique (code)",
    /unique key of visits starts with code/,
  ],
  [
    "the same, with a reason that would excuse a drop",
    "-- contract: why not\ncreate unique index concurrently u on visits (code)",
    /unique key of visits starts with code/,
  ],
  [
    "the same without the blanks",
    "CREATE UNIQUE INDEX CONCURRENTLY ON visits(code)",
    /unique key of visits starts with code/,
  ],
  ["a table without a wall", "create table stops (id int)", /says nothing about whose rows/],
  ["a table made from a query", "create table stops as select 1 as id", /says nothing about whose rows/],
  [
    "a table that is walled by another's name",
    "create table stops (id int); select app.tenant_table('visits')",
    /says nothing/,
  ],
  [
    "a wall that is commented out",
    "create table stops (id int); -- select app.tenant_table('stops')",
    /says nothing/,
  ],
  [
    "a column that must be filled",
    "alter table visits add column due date not null",
    /visits\.due is NOT NULL without a DEFAULT/,
  ],
  [
    "the same beside another column",
    'ALTER TABLE "visits" ADD COLUMN "a" INTEGER,\nADD COLUMN "due" DATE NOT NULL',
    /visits\.due is NOT NULL/,
  ],
  [
    "a column that becomes NOT NULL",
    "alter table visits alter column code set not null",
    /becomes NOT NULL.*migrateData/,
  ],
  ["a column dropped", "alter table visits drop column note", /the release before still uses the old name/],
  ["a column dropped without the word", "alter table visits drop note", /the release before still uses/],
  ["a column renamed", "alter table visits rename column note to remark", /the release before still uses/],
  ["a table renamed", "alter table visits rename to calls", /the release before still uses/],
  ["a table dropped", "drop table if exists visits cascade", /drops the table visits/],
  ["a type dropped", "drop type role", /drops the type role/],
  ["a default taken away", "alter table visits alter note drop default", /loses its default/],
  [
    "an index under a lock",
    "create index by_code on visits (tenant_id, code)",
    /locks visits against writing.*CONCURRENTLY/,
  ],
  [
    "a unique index under a lock",
    'CREATE UNIQUE INDEX "by_code" ON "public"."visits"("tenant_id", "code")',
    /locks visits/,
  ],
  [
    "an index built concurrently beside other work",
    "create index concurrently i on visits (tenant_id, code); select 1",
    /migration of its own/,
  ],
  [
    "an index that may be half-built",
    "create index concurrently if not exists i on visits (tenant_id, code)",
    /half-built/,
  ],
  ["an index rebuilt under a lock", "reindex table visits", /REINDEX \.\.\. CONCURRENTLY/],
  ["a check over every row", "alter table visits add constraint c check (size > 0)", /NOT VALID/],
  [
    "a foreign key over every row",
    "alter table visits add foreign key (tenant_id, id) references x (tenant_id, id)",
    /NOT VALID/,
  ],
  ["a unique key", "alter table visits add constraint u unique (tenant_id, code)", /USING INDEX/],
  ["a column with a constraint", "alter table visits add column d int check (d > 0)", /checked under a lock/],
  ["a narrower number", "alter table visits alter column size type smallint", /from integer to smallint/],
  [
    "a number that rewrites the table",
    "alter table visits alter size set data type bigint",
    /rewrites the table/,
  ],
  ["a shorter text", "alter table visits alter code type varchar(5)", /from varchar\(10\) to varchar\(5\)/],
  [
    "text cut to a length",
    "alter table visits alter note type varchar(200) using left(note, 200)",
    /from text to varchar\(200\)/,
  ],
  ["fewer digits", "alter table visits alter price type numeric(8, 2)", /numeric/],
  ["tables changed inside a DO block", "do $$ begin alter table visits drop column note; end $$", /DO block/],
];

it.each(slips)("stops %s", (_name, sql, words) => {
  expect(faultsIn(sql).join("\n")).toMatch(words);
});

const fine: [string, string][] = [
  [
    "a walled table with all it needs",
    "create table stops (tenant_id uuid not null, id uuid not null, at date not null, primary key (tenant_id, id)); create index s on stops (tenant_id, at); alter table stops add constraint c check (at > '2020-01-01'); select app.tenant_table('stops')",
  ],
  [
    "a shared table",
    "create table makes (id int primary key); select app.shared_table('makes', 'names of makes')",
  ],
  ["a partition", "create table visits_1 partition of visits for values with (modulus 4, remainder 0)"],
  ["a column that may be empty", "alter table visits add column due date"],
  ["a column with a default", "alter table visits add column due date not null default current_date"],
  [
    "an index built beside the work",
    "-- why\ncreate index concurrently by_code on visits (tenant_id, code);",
  ],
  [
    "a unique index that starts with the tenant",
    'create unique index concurrently by_code on visits ("tenant_id", "code")',
  ],
  ["an index on the parent alone", "create index by_code on only visits (tenant_id, code)"],
  [
    "a check for new rows, and later for all",
    "alter table visits add constraint c check (size > 0) not valid; alter table visits validate constraint c",
  ],
  ["a key on an index that stands", "alter table visits add constraint u unique using index by_code"],
  [
    "a longer text",
    "alter table visits alter code type varchar(20); alter table visits alter code type text",
  ],
  ["more digits", "alter table visits alter price type numeric(12, 2)"],
  ["a constraint dropped", "alter table visits drop constraint c"],
  [
    "what an older release no longer uses, with the reason",
    "-- contract: since 2.1 nobody reads it\nalter table visits drop column note",
  ],
  ["a drop that is only talked of", "select 'drop table visits; alter table visits drop column note'"],
];

describe("lets pass", () => {
  it.each(fine)("%s", (_name, sql) => {
    expect(faultsIn(sql)).toEqual([]);
  });
});

it("an empty reason is none, and a reason counts for its own statement alone", () => {
  expect(faultsIn("-- contract:\nalter table visits drop column note")).toHaveLength(1);
  expect(
    faultsIn(
      "-- contract: unused\nalter table visits drop column note;\nalter table visits drop column code",
    ),
  ).toHaveLength(1);
});

it("before the first release anything goes but a table without a wall", () => {
  const early = { name: "0_early", sql: "create table t (id int); alter table t add b int not null" };
  expect(migrationFaults([early, FIRST], "1_first")).toEqual([
    expect.stringContaining("the table t says nothing"),
  ]);
});
