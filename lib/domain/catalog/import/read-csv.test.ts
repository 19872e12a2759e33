import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv";

const headings = ["part_number", "description"];

describe("a file is read", () => {
  const same: [string, string][] = [
    ["with commas", "part_number,description\nDW01256,Windshield\n"],
    ["with semicolons, as Excel writes in half the world", "part_number;description\nDW01256;Windshield\n"],
    ["with tabs, as pasted", "part_number\tdescription\nDW01256\tWindshield"],
    ["with a byte order mark", "\uFEFFpart_number,description\nDW01256,Windshield\n"],
    ["with the line endings of Windows", "part_number,description\r\nDW01256,Windshield\r\n"],
    ["with quotes", '"part_number","description"\n"DW01256","Windshield"\n'],
  ];
  it.each(same)("%s", async (_how, text) => {
    const rows = [{ row: 2, cells: ["DW01256", "Windshield"] }];
    expect(await readCsv(text)).toEqual({ headings, rows, faults: [], filled: [0, 1] });
  });

  it("with commas, quotes and line breaks inside a cell", async () => {
    const { rows } = await readCsv('part_number,description\nDW01256,"Glass, ""green""\nband"\n');
    expect(rows[0]?.cells[1]).toBe('Glass, "green"\nband');
  });

  it("with blank rows, which are left out and still counted", async () => {
    const { rows } = await readCsv("part_number,description\n\nDW01256,x\n , \nDW01257,y\n");
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  it("with the columns in which something stands in any row", async () => {
    const { filled, rows } = await readCsv("part_number,description,kits,\nDW01256,x,,\nDW01257,,,z\n");
    expect([filled, rows.length]).toEqual([[0, 1, 3], 2]);
  });

  it("also where as many rows are left out as are read, or none is read", async () => {
    const wide = "part_number,description\nDW01256,x,more\n";
    expect(await readCsv(`${wide}DW01257,y\n`)).toMatchObject({ rows: [{ row: 3 }], faults: [{ row: 2 }] });
    expect(await readCsv(wide)).toMatchObject({ rows: [], faults: [{ row: 2 }] });
  });

  it("below a title that says a heading's word, and no part number's", async () => {
    const { headings: read, faults } = await readCsv(
      "Price,May\npart_number,description\nDW01256,Windshield\n",
    );
    expect([read, faults.map(({ row }) => row)]).toEqual([headings, [1]]);
  });

  it("up to 50,000 rows and 12.5 MB", async () => {
    const line = (n: number) => `DW${String(n).padStart(5, "0")}GTYN,${"x".repeat(238)}`;
    const text = ["part_number,description", ...Array.from({ length: 50_000 }, (_, n) => line(n))].join(
      "\r\n",
    );
    expect(text.length).toBeGreaterThan(12_500_000);
    const { rows } = await readCsv(text);
    expect(rows).toHaveLength(50_000);
    expect(rows.at(-1)).toMatchObject({
      row: 50_001,
      cells: [expect.stringMatching(/^DW49999/), expect.anything()],
    });
    expect(rows.every(({ cells }) => cells.length === 2)).toBe(true);
  });
});

describe("a file's letters are told apart from how they were saved", () => {
  const text = "part_number,description\r\nDW01256,Citroën pare-brise\r\n";
  const wide = (order: "LE" | "BE") => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return order === "LE" ? bytes : bytes.swap16();
  };
  const saved: [string, Buffer][] = [
    ["UTF-8", Buffer.from(text)],
    ["Excel's CSV on Windows", Buffer.from(text, "latin1")],
    ["UTF-16", wide("LE")],
    ["UTF-16 the other way around", wide("BE")],
  ];
  it.each(saved)("%s", async (_how, bytes) => {
    const { headings: read, rows } = await readCsv(new File([new Uint8Array(bytes)], "list.csv"));
    expect(read).toEqual(headings);
    expect(rows[0]?.cells).toEqual(["DW01256", "Citroën pare-brise"]);
  });
});

describe("what can't be read is refused in words", () => {
  it("a file without rows", async () => {
    for (const text of ["", "part_number,description", "part_number,description\n\n"]) {
      await expect(readCsv(text)).rejects.toThrow("no rows");
      await expect(readCsv(new File([text], "list.csv"))).rejects.toThrow("no rows");
    }
  });

  it("a file without headings, whose first part would be lost", async () => {
    await expect(readCsv("DW01256GTYN,Windshield\nDW01257GTYN,Windshield\n")).rejects.toThrow(/DW01256GTYN/);
  });

  it("a quotation mark that is never closed, which would swallow the rows after it", async () => {
    const text = 'part_number,description\nDW01256GTYN,ok\nDW01257GTYN,"Windshield\nDW01258GTYN,ok\n';
    await expect(readCsv(text)).rejects.toThrow(/^Row 3 .* never closed/);
  });

  it("a file that is gone by then", async () => {
    const file = new File(["part_number\nDW01256"], "list.csv");
    file.arrayBuffer = () => Promise.reject(new Error("NotFoundError"));
    await expect(readCsv(file)).rejects.toThrow("The file could not be read. Choose it again.");
  });

  it("a workbook", async () => {
    await expect(readCsv(new File([new Uint8Array([80, 75, 3, 4, 0, 0])], "list.csv"))).rejects.toThrow(
      "no CSV file",
    );
  });
});
