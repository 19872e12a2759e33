import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Batch, batchesOf, ROWS_A_BATCH } from "./batches";
import { COLUMNS, guessMapping, importColumns } from "./columns";
import { ImportRows } from "./forms";
import { readCsv } from "./read-csv";
import { readRows } from "./read-rows";
import { sampleCsv } from "./sample";

describe("which column tells what", () => {
  it("is guessed from headings, however they are written", () => {
    expect(guessMapping(["NAGS #", "Desc", "NAGS List", "Labour Hours", "Color"])).toEqual({
      nagsNumber: 0,
      description: 1,
      listPriceCents: 2,
      laborMinutes: 3,
    });
  });

  it("is found for every column of the sample, each once", async () => {
    const mapping = guessMapping((await readCsv(sampleCsv())).headings);
    expect(Object.keys(mapping).sort()).toEqual([...importColumns].sort());
    expect(new Set(Object.values(mapping)).size).toBe(importColumns.length);
  });

  it("is what was chosen before, where it was", () => {
    expect(guessMapping(["Cost", "Number"], { cost: "listPriceCents" })).toMatchObject({
      listPriceCents: 0,
      nagsNumber: 1,
    });
  });

  it("no two columns go by one name", () => {
    const names = importColumns.flatMap((column) => [
      ...new Set([COLUMNS[column].label, ...COLUMNS[column].also].map((name) => name.toLowerCase())),
    ]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("batches", () => {
  const table = (numbers: string[]) => ({
    headings: ["number", "make"],
    rows: numbers.map((number, index) => ({ row: index + 2, cells: [number, "Toyota"] })),
  });
  const mapping = { nagsNumber: 0, make: 1 };

  it("hold at most so many rows, and lose none", () => {
    const numbers = Array.from({ length: 1203 }, (_, n) => `DW${String(n).padStart(5, "0")}`);
    const batches = batchesOf(table(numbers), mapping);
    expect(batches.map(({ rows }) => rows.length)).toEqual([ROWS_A_BATCH, ROWS_A_BATCH, 203]);
    expect(batches.flatMap(({ rows }) => rows.map(([row]) => row))).toEqual(numbers.map((_, n) => n + 2));
  });

  it("keep the rows of one number together, however it is spelled and wherever it stands", () => {
    const numbers = Array.from({ length: 499 }, (_, n) => `DW${String(n).padStart(5, "0")}`);
    const batches = batchesOf(table([...numbers, "DW09999GTYN", "DW09998", "dw 9999 gtyn"]), mapping);
    expect(batches[1]?.rows.map(([row]) => row)).toEqual([501, 503, 502]);
  });

  it("are taken by the server also where a cell is huge, so that its row alone is refused", () => {
    const [batch] = batchesOf(table(["DW00001", `DW00002${"x".repeat(50_000)}`]), { nagsNumber: 0 });
    const form = {
      file: "list.csv",
      run: randomUUID(),
      mode: "check",
      from: "",
      batch: JSON.stringify(batch),
    };
    const posted = ImportRows.parse(form).batch as Batch;
    const { told, faults } = readRows(posted);
    expect(told.map(({ nagsNumber }) => nagsNumber)).toEqual(["DW00001"]);
    expect(faults.map(({ row }) => row)).toEqual([3]);
  });

  it("are cut through a number only where it has more rows than a batch holds", () => {
    const sizes = batchesOf(table(Array.from({ length: 1100 }, () => "DW00001")), mapping).map(
      ({ rows }) => rows.length,
    );
    expect(sizes).toEqual([500, 500, 100]);
  });
});
