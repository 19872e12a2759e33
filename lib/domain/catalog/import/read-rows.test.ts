import { describe, expect, it } from "vitest";
import { type ImportColumn } from "./columns";
import { faultsCsv } from "./faults-csv";
import { readRows } from "./read-rows";

/** Rows of a file as the page posts them; the first is row 2. */
function read(...rows: Partial<Record<ImportColumn, string>>[]) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))] as ImportColumn[];
  return readRows({
    columns,
    rows: rows.map((row, index) => [index + 2, ...columns.map((column) => row[column] ?? "")]),
  });
}
const part = { nagsNumber: "DW01256GTYN", description: "Windshield" };
const car = { yearFrom: "2019", yearTo: "2021", make: "Toyota", model: "RAV4" };

describe("a row tells of a part", () => {
  it("its number as typed and what the number says, hours as minutes, kits as halves, dollars as cents", () => {
    const { told, faults } = read({
      ...part,
      nagsNumber: "dw 1256 gtyn",
      listPriceCents: "$1,234.50",
      listEffectiveFrom: "1/31/2026",
      laborMinutes: "2.2",
      kitHalves: "1.5",
      mouldingRequired: "Y",
      clipsQty: "4",
      calibration: "Dual",
      features: "camera; Rain or light sensor",
      interchange: "FW04771, FW04772",
    });
    expect(faults).toEqual([]);
    expect(told[0]?.part).toEqual({
      nagsNumber: "DW01256GTYN",
      prefix: "DW",
      number: "01256",
      glassPosition: "windshield",
      colorCode: "GT",
      attachments: true,
      premium: false,
      description: "Windshield",
      listPriceCents: 123_450,
      listEffectiveFrom: new Date("2026-01-31T00:00:00Z"),
      laborMinutes: 132,
      kitHalves: 3,
      mouldingRequired: true,
      clipsQty: 4,
      calibration: "dual",
      features: ["camera", "rain_sensor"],
      interchange: ["FW04771", "FW04772"],
    });
  });

  it("an empty cell tells nothing, of the part or of a vehicle", () => {
    const blank = { listPriceCents: "", side: " ", make: " ", yearFrom: "" };
    const { told, faults } = read({ ...part, ...blank });
    expect(faults).toEqual([]);
    expect(told[0]?.fits).toEqual([]);
    for (const column of ["listPriceCents", "side"]) expect(told[0]?.part).not.toHaveProperty(column);
  });

  it("of one year where no other is told, in a file with the column or without", () => {
    const { yearTo: _, ...open } = car;
    for (const cells of [open, { ...car, yearTo: " " }])
      expect(read({ ...part, ...cells }).told[0]?.fits).toMatchObject([{ yearFrom: 2019, yearTo: 2019 }]);
  });

  it("rows of a number add to each other: a column that only one of them tells, a body that only one names", () => {
    const { told, faults } = read(
      { ...part, ...car, features: "camera" },
      { nagsNumber: part.nagsNumber, clipsQty: "3", ...car, bodyStyle: "SUV" },
      { ...part, features: "Camera", side: "left" },
    );
    expect(faults).toEqual([]);
    expect(told).toHaveLength(1);
    expect(told[0]?.part).toMatchObject({
      description: "Windshield",
      clipsQty: 3,
      features: ["camera"],
      side: "left",
    });
    expect(told[0]?.fits.map(({ bodyStyle }) => bodyStyle)).toEqual([null, "SUV"]);
  });

  it("several rows of a number tell the vehicles, each once", () => {
    const { told, faults } = read(
      { ...part, ...car },
      { nagsNumber: "DW1256GTYN", ...car, model: "Venza", yearTo: "" },
      { ...part, ...car },
    );
    expect(faults).toEqual([]);
    expect(told).toHaveLength(1);
    expect(told[0]?.fits).toEqual([
      { yearFrom: 2019, yearTo: 2021, make: "Toyota", model: "RAV4", bodyStyle: null },
      { yearFrom: 2019, yearTo: 2019, make: "Toyota", model: "Venza", bodyStyle: null },
    ]);
  });
});

describe("a row is left out, with its number and the column", () => {
  const wrong: [string, Partial<Record<ImportColumn, string>>, string, RegExp][] = [
    ["no part number", { nagsNumber: "" }, "Part number", /Enter a part number/],
    ["a number that can't be one", { nagsNumber: "XX01256" }, "Part number", /starts with D/],
    ["a formula", { description: '=HYPERLINK("http://x")' }, "Description", /formula/],
    ["a formula with a plus", { description: "+1+1" }, "Description", /formula/],
    ["a formula with a minus", { description: "-2+3" }, "Description", /formula/],
    ["a formula with an at sign", { make: "@SUM(A1)", model: "x", yearFrom: "2020" }, "Make", /formula/],
    ["a tab in front", { side: "\t=1" }, "Side", /formula/],
    ["a line break in front", { side: "\r=1" }, "Side", /formula/],
    ["spaces before a formula", { description: "  =1+1" }, "Description", /formula/],
    ["a wide formula", { description: "＝HYPERLINK(1)" }, "Description", /formula/],
    ["a formula for a number", { listPriceCents: "=1+1" }, "List price", /formula/],
    ["a negative price", { listPriceCents: "-5" }, "List price", /^Can't be negative/],
    ["negative hours", { laborMinutes: "-0.5" }, "Labor hours", /^Can't be negative/],
    ["a price in words", { listPriceCents: "call us" }, "List price", /amount in dollars/],
    ["free glass", { listPriceCents: "0" }, "List price", /never free/],
    ["a day that never was", { listEffectiveFrom: "2026-02-30" }, "Price holds from", /Enter a day/],
    ["a day of long ago", { listEffectiveFrom: "1889-01-01" }, "Price holds from", /between 1990/],
    ["a third of a kit", { kitHalves: "0.33" }, "Adhesive kits", /in halves/],
    ["half a clip", { clipsQty: "1.5" }, "Clips", /whole number/],
    ["an unknown calibration", { calibration: "laser" }, "Calibration", /static, dynamic/],
    ["an unknown feature", { features: "camera|sunroof" }, "Features", /"sunroof" is no feature/],
    ["years that cross", { ...car, yearTo: "2018" }, "To year", /2018, comes before the first, 2019/],
    ["a year without a vehicle", { yearFrom: "2019" }, "Make", /Enter a make/],
    ["a part that replaces itself", { supersededBy: "DW1256GTYN" }, "Superseded by", /itself/],
    ["a number to order that is none", { supersededBy: "zz" }, "Superseded by", /starts with D/],
    ["text in another encoding", { description: "Verri\uFFFDre" }, "Description", /UTF-8/],
  ];
  it.each(wrong)("%s", (_what, cells, column, message) => {
    const { told, faults } = read({ ...part, ...cells }, { ...part, nagsNumber: "FW00001" });
    expect(faults[0]).toMatchObject({ row: 2, column, message: expect.stringMatching(message) });
    expect(told.map(({ nagsNumber }) => nagsNumber)).toEqual(["FW00001"]);
  });

  it("each cell for its own fault, and years that cross only where they are a vehicle's", () => {
    const { faults } = read({ ...part, clipsQty: "x", yearFrom: "2021", yearTo: "2019" });
    expect(faults.map(({ column }) => column)).toEqual(["Clips", "Make", "Model"]);
  });

  it("when it contradicts an earlier row of the number", () => {
    const { told, faults } = read({ ...part, clipsQty: "2" }, { ...part, clipsQty: "3" });
    expect(faults).toEqual([
      { row: 3, column: "Clips", message: "Row 2 says something else for DW01256GTYN." },
    ]);
    expect(told[0]?.part.clipsQty).toBe(2);
  });
});

it("the list of faults runs nothing in a spreadsheet", () => {
  const csv = faultsCsv([{ row: 2, column: "Features", message: '=1+1 is no feature, "x"' }]);
  expect(csv).toBe('row,column,message\r\n2,Features,"\'=1+1 is no feature, ""x"""');
});
