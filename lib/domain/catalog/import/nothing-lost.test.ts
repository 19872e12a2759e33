import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PastedStock } from "@/lib/domain/inventory/pasted";
import { parseNags } from "@/lib/glass/parts/nags";
import { batchesOf } from "./batches";
import { columnName, guessMapping, leftOut } from "./columns";
import { readCsv } from "./read-csv";
import { readRows } from "./read-rows";

/** What comes of a file from its text to the parts, and what is named as left out. */
async function importOf(text: string) {
  const table = await readCsv(text);
  const mapping = guessMapping(table.headings);
  const read = batchesOf(table, mapping).map(readRows);
  const faults = [...table.faults, ...read.flatMap((one) => one.faults)];
  return { table, mapping, told: read.flatMap((one) => one.told), faults };
}

const LIST = [
  "part_number,description,kits",
  "DW01256GTYN,Green,1",
  "DW01257GTYN,Blue,2",
  "DW01258GTYN,Clear,3",
];
const numbers = (of: { told: { nagsNumber: string }[] }) => of.told.map(({ nagsNumber }) => nagsNumber);
const all = ["DW01256GTYN", "DW01257GTYN", "DW01258GTYN"];

describe("a list is read whole", () => {
  it.each([
    ["headings that end otherwise than the rows", LIST.join("\n").replace("\n", "\r\n")],
    ["every line end there is", `${LIST[0]}\r\n${LIST[1]}\r${LIST[2]}\n${LIST[3]}`],
    ["Excel's line that names the delimiter", `sep=;\r\n${LIST.join("\r\n").replaceAll(",", ";")}`],
    ["the same, of a delimiter nobody would guess", `sep=^\n${LIST.join("\n").replaceAll(",", "^")}`],
    ["a byte order mark before that line", `\uFEFFsep=,\n${LIST.join("\n")}`],
  ])("with %s", async (_what, text) => {
    const found = await importOf(text);
    expect(numbers(found)).toEqual(all);
    expect(found.faults).toEqual([]);
  });

  it("with a title above the headings, which is named", async () => {
    const found = await importOf(`Price list, spring 2026\n;;\n${LIST.join("\n")}`);
    expect(numbers(found)).toEqual(all);
    expect(found.faults).toEqual([
      { row: 1, message: "It stands above the headings: Price list, spring 2026" },
      { row: 2, message: "It stands above the headings: ;;" },
    ]);
  });

  it("but for rows with more cells than there are headings, which are named", async () => {
    const found = await importOf(`${LIST.join("\n").replace("Blue,2", "Blue, tinted,2")}`);
    expect(numbers(found)).toEqual(["DW01256GTYN", "DW01258GTYN"]);
    expect(found.faults).toEqual([{ row: 3, message: "2 is in none of the 3 columns." }]);
  });

  it("but for columns that nobody chose, which are named, each by a name of its own", async () => {
    const { table, mapping } = await importOf("part_number,Price,Price,,Color\nDW01256GTYN,5,6,7,");
    expect(leftOut(table, mapping).map((place) => columnName(table, place))).toEqual([
      "Price (column 3)",
      "Column 4",
    ]);
  });

  it("or refused with the row where a quotation mark makes rows run into each other", async () => {
    await expect(importOf(`${LIST[0]}\n${LIST[1]}\n"DW01257GTYN"x,1\n${LIST[3]}`)).rejects.toThrow(/^Row 3 /);
  });
});

const quoted = (text: string, delimiter: string) =>
  text.includes(delimiter) || /["\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const NUMBERS = ["DW01256GTYN", "fd 20417 gtnn", "DW1"];
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS, "Green", "1", "1.5", "") },
  fc.constantFrom(
    " ",
    "x,y",
    'a "b"',
    "two\nlines",
    "a;b",
    "a|b",
    "\tc",
    "\0d",
    "\ud800",
    "=1",
    "x".repeat(1_200),
  ),
);

const list = fc.record({
  top: fc.constantFrom("", "Prices of May\n", "\n\n"),
  headings: fc.constantFrom(
    ["part_number", "description", "kits"],
    ["Part", "Desc"],
    ["Color", "NAGS", "", "Description", "Description"],
  ),
  rows: fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  ends: fc.array(fc.constantFrom("\n", "\r\n"), { minLength: 7, maxLength: 7 }),
});

it("of any list every cell is told, or stands in a row or a column that is named", async () => {
  await fc.assert(
    fc.asyncProperty(list, async ({ top, headings, rows, delimiter, ends }) => {
      const lines = [headings, ...rows].map((cells) =>
        cells.map((one) => quoted(one, delimiter)).join(delimiter),
      );
      const text = top + lines.map((line, at) => line + ends[at]).join("");
      const found = await importOf(text).catch((error: Error) => error.message);
      if (typeof found === "string") {
        expect(found).toMatch(/^(Row \d+ begins|There are no rows|This is no CSV)/);
        return;
      }
      const named = new Set(found.faults.map(({ row }) => row));
      const columns = leftOut(found.table, found.mapping);
      const first = top.split("\n").length + 1;
      rows.forEach((cells, index) => {
        if (named.has(first + index)) return;
        const number = parseNags(cells[found.mapping.nagsNumber ?? 0] ?? "");
        const part =
          number.ok && found.told.find(({ nagsNumber }) => nagsNumber === number.part.nagsNumber)?.part;
        cells.forEach((one, place) => {
          if (one.trim() === "" || columns.includes(place)) return;
          const column = Object.entries(found.mapping).find(([, at]) => at === place)?.[0];
          expect(part, `row ${first + index} of ${JSON.stringify(text)}`).toHaveProperty([String(column)]);
        });
      });
    }),
    { numRuns: 300 },
  );
});

it("of lines pasted into a form every one is read, or named", () => {
  const line = fc.array(fc.oneof(cell, fc.constantFrom('"B4', '"', '5"')), { maxLength: 7 });
  const top = fc.constantFrom("", "sep=;\n", "Our stock\n", "Part number\tOn hand\n", "Stock of 2026\n");
  fc.assert(
    fc.property(top, fc.array(line, { minLength: 1, maxLength: 4 }), (above, lines) => {
      const typed = lines.map((cells) => cells.map((one) => one.replaceAll("\n", " ")).join("\t"));
      const { data, error } = PastedStock.safeParse({ pasted: above + typed.join("\n") });
      const told = new Set(data?.pasted.map((row) => row.line));
      const faults = error?.issues.map(({ message }) => message).join("\n") ?? "";
      const first = above === "" ? 1 : 2;
      typed.forEach((text, index) => {
        const isThere = text.trim() !== "" && !/^["\s]*$/.test(text);
        if (!isThere || faults !== "") return;
        expect(told, JSON.stringify(above + typed.join("\n"))).toContain(first + index);
      });
      if (above.startsWith("Our")) expect(faults).toContain("Line 1");
      if (above.startsWith("Stock") && !error) expect(told).toContain(1);
    }),
  );
});
