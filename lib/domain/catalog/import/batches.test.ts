import { expect, it } from "vitest";
import { batchesOf, LONGEST_CELL, ROWS_A_BATCH } from "./batches";
import { ImportRows } from "./forms";

type Rows = Parameters<typeof batchesOf>[0]["rows"];
const table = (rows: string[][]) =>
  ({ rows: rows.map((cells, at) => ({ row: at + 2, cells })) as Rows }) as never;
const numbered = (count: number, from = 10_000) =>
  Array.from({ length: count }, (_, at) => ["x", `DW${from + at}`]);
const mapping = { nagsNumber: 1, description: 0 };
const sizes = (rows: string[][]) => batchesOf(table(rows), mapping).map((batch) => batch.rows.length);

it("a batch is full at five hundred rows, and none is empty", () => {
  expect([
    sizes([]),
    sizes(numbered(1)),
    sizes(numbered(500)),
    sizes(numbered(501)),
    sizes(numbered(1000)),
  ]).toEqual([[], [1], [500], [500, 1], [500, 500]]);
});

it("a part's rows come together, also where a batch has to begin for them", () => {
  const of = (number: string, count: number) => Array.from({ length: count }, () => ["x", number]);
  expect(sizes([...numbered(499), ...of("DW77777", 2)])).toEqual([499, 2]);
  expect(sizes([...numbered(498), ...of("DW77777", 2)])).toEqual([500]);
  expect(sizes(of("DW77777", 501))).toEqual([500, 1]);
  expect(sizes(of("DW77777", 500))).toEqual([500]);
  const mixed = [
    ["a", "DW77777"],
    ["b", "DW11111"],
    ["c", "dw 77777"],
    ["d", "none"],
    ["e", "none"],
  ];
  expect(batchesOf(table(mixed), mapping)[0]?.rows).toEqual([
    [2, "DW77777", "a"],
    [4, "dw 77777", "c"],
    [3, "DW11111", "b"],
    [5, "none", "d"],
    [6, "none", "e"],
  ]);
});

it("cells come in the order of the columns that were chosen, empty where a row is short, and cut where they are too long", () => {
  const long = `  ${"y".repeat(LONGEST_CELL)}`;
  const full = `  ${"z".repeat(LONGEST_CELL - 2)}`;
  const [batch] = batchesOf(table([[long, "DW77777"], [full, "DW77778"], ["only"]]), mapping);
  expect(batch?.columns).toEqual(["nagsNumber", "description"]);
  expect(batch?.rows).toEqual([
    [2, "DW77777", "y".repeat(LONGEST_CELL)],
    [3, "DW77778", full],
    [4, "", "only"],
  ]);
});

const posted = {
  file: "parts.csv",
  run: "0193b5a1-0000-4000-8000-00000000000a",
  mode: "import",
  from: "2026-03-03",
  batch: JSON.stringify({ columns: ["nagsNumber", "description"], rows: [[2, "DW77777", "x"]] }),
};
const said = (more: object) =>
  ImportRows.safeParse({ ...posted, ...more }).error?.issues.map(({ path }) => path[0]);

it("a batch is posted as it was cut", () => {
  expect(ImportRows.parse(posted)).toEqual({
    file: "parts.csv",
    run: posted.run,
    mode: "import",
    from: new Date("2026-03-03T00:00:00Z"),
    batch: { columns: ["nagsNumber", "description"], rows: [[2, "DW77777", "x"]] },
  });
  expect(ImportRows.parse({ ...posted, from: "", mode: "check" })).toMatchObject({
    from: null,
    mode: "check",
  });
});

it.each([
  ["from", { from: "2026-02-30" }],
  ["mode", { mode: "delete" }],
  ["run", { run: "x" }],
  ["batch", { batch: "{" }],
  ["batch", { batch: JSON.stringify({ columns: ["description"], rows: [[2, "x"]] }) }],
  ["batch", { batch: JSON.stringify({ columns: ["nagsNumber", "nagsNumber"], rows: [[2, "x", "y"]] }) }],
  ["batch", { batch: JSON.stringify({ columns: ["nagsNumber", "owner"], rows: [[2, "x", "y"]] }) }],
  ["batch", { batch: JSON.stringify({ columns: ["nagsNumber"], rows: [] }) }],
  ["batch", { batch: JSON.stringify({ columns: ["nagsNumber"], rows: [["2", "x"]] }) }],
  [
    "batch",
    { batch: JSON.stringify({ columns: ["nagsNumber"], rows: [[2, "x".repeat(LONGEST_CELL + 1)]] }) },
  ],
  [
    "batch",
    { batch: JSON.stringify({ columns: ["nagsNumber"], rows: Array(ROWS_A_BATCH + 1).fill([2, "x"]) }) },
  ],
])("what is no batch is refused by its %s: %#", (field, more) => {
  expect(said(more)).toEqual([field]);
});

it("what can't be read is told in words", () => {
  expect(ImportRows.safeParse({ ...posted, batch: "{" }).error?.issues[0]?.message).toBe(
    "This is no batch of rows.",
  );
});
