import { describe, expect, it } from "vitest";
import { PastedStock } from "@/lib/domain/inventory/pasted";
import { PastedParts } from "./pasted";

const parts = (pasted: string) => PastedParts.parse({ pasted }).pasted;
const faults = (pasted: string, form: typeof PastedParts | typeof PastedStock = PastedParts) =>
  form.safeParse({ pasted }).error?.issues.map(({ path, message }) => `${path}: ${message}`);

describe("lines copied from a spreadsheet", () => {
  it("are read with headings or without, whatever stands between their cells; an empty cell tells nothing", () => {
    const rows = [
      { line: 2, nagsNumber: "DW02501GTYN", priceCents: 1_250_00, costCents: 180_00 },
      { line: 3, nagsNumber: "FD20417GTNN", costCents: 64_50 },
    ];
    expect(parts("Part\tPrice\tCost\r\ndw 2501 gtyn\t$1,250.00\t180\r\nFD20417GTNN\t\t64.50\r\n")).toEqual(
      rows,
    );
    expect(parts("Part;Price\nDW02501GTYN;1250;180.00\nFD20417GTNN;;64.5")).toEqual(rows);
    expect(parts('\nDW02501GTYN,"1,250",180\nFD20417GTNN,,64.50')).toEqual(rows);
    expect(parts('\uFEFF"Part #",Your price (USD),Cost\nDW02501GTYN,$1250,180\nFD20417GTNN,,64.5')).toEqual(
      rows,
    );
    expect(parts("\t\nPart\tPrice\nFD20417GTNN\t\u00a05\u00a0")).toEqual([
      { line: 3, nagsNumber: "FD20417GTNN", priceCents: 5_00 },
    ]);
  });

  it("stand for themselves: a quotation mark left open takes no other line with it", () => {
    expect(PastedStock.parse({ pasted: 'DW02501GTYN\t3\t\t\t"B4\nFD20417GTNN\t1\t\t\t5"' }).pasted).toEqual([
      { line: 1, nagsNumber: "DW02501GTYN", onHand: 3, bin: "B4" },
      { line: 2, nagsNumber: "FD20417GTNN", onHand: 1, bin: '5"' },
    ]);
  });

  it("are never taken for other columns, nor a first line with a mistake for headings", () => {
    const order = "is not in its place. Put the columns in this order: part number, your price, your cost.";
    expect(faults("Part number\tYour cost\tYour price\nDW02501GTYN\t180\t620")).toEqual([
      `pasted: Line 1: Your cost ${order}`,
    ]);
    expect(faults("DW02501GTYN\t620\t180\t99")).toEqual(["pasted: Line 1: 99 is in none of the 3 columns."]);
    expect(faults("DWGTYN\t620\nFD20417GTNN\t5")).toEqual([expect.stringContaining("Line 1, part number")]);
    expect(faults("DW02501GTYN,620,00")).toEqual([expect.stringContaining("620,00 is one number or two")]);
  });

  it("tell stock what they name and nothing else", () => {
    expect(PastedStock.parse({ pasted: "DW02501GTYN\t0\nFD20417GTNN\t1\t2\t\tB4" }).pasted).toEqual([
      { line: 1, nagsNumber: "DW02501GTYN", onHand: 0 },
      { line: 2, nagsNumber: "FD20417GTNN", onHand: 1, minQty: 2, bin: "B4" },
    ]);
  });

  it("are refused with the line and the column", () => {
    expect(faults("")).toEqual(["pasted: Paste at least one line."]);
    expect(faults("Part\tPrice")).toEqual(["pasted: Paste at least one line."]);
    expect(faults("DW02501GTYN\tabc\nDW02501\t5\nFD20417GTNN\t0")).toEqual([
      "pasted: Line 1, your price: Enter an amount in dollars, such as 45.00.",
      expect.stringContaining("pasted: Line 2, part number: Enter the whole number"),
      expect.stringContaining("pasted: Line 3, your price: Glass is never free."),
    ]);
    expect(faults("DW02501GTYN\t1\t5\t2", PastedStock)).toEqual([
      "pasted: Line 1, maximum: At least the minimum of 5.",
    ]);
    expect(faults("DW02501GTYN,1,250.00")).toEqual([
      expect.stringContaining("1,250.00 is one number or two"),
    ]);
    const many = Array.from({ length: 20 }, () => "DW02501GTYN\tx").join("\n");
    expect(faults(many)).toHaveLength(9);
    expect(faults(many)?.at(-1)).toBe("pasted: And 12 more.");
    const long = Array.from({ length: 501 }, (_, n) => `DW${10_000 + n}GTYN\t5`).join("\n");
    expect(faults(long)).toEqual(["pasted: At most 500 lines at once."]);
  });
});
