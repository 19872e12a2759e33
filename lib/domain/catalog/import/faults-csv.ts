import Papa from "papaparse";
import type { ImportFault } from "./read-rows";

/** The rows that were left out as a CSV file. Cells that a spreadsheet would run as a formula are made plain text. */
export const faultsCsv = (faults: readonly ImportFault[]): string =>
  Papa.unparse(
    {
      fields: ["row", "column", "message"],
      data: faults.map(({ row, column, message }) => [row, column, message]),
    },
    { escapeFormulae: true },
  );
