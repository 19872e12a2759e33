import Papa from "papaparse";
import { COLUMNS, type ImportColumn, importColumns } from "./columns";

type Row = Partial<Record<ImportColumn, string>>;

const rows: Row[] = [
  {
    nagsNumber: "DW99001GTYN",
    description: "Demo windshield with camera",
    listPriceCents: "512.40",
    listEffectiveFrom: "2026-01-01",
    laborMinutes: "2.5",
    kitHalves: "1.5",
    mouldingRequired: "yes",
    clipsQty: "4",
    calibration: "dual",
    features: "camera|rain_sensor",
    demo: "yes",
    yearFrom: "2020",
    yearTo: "2024",
    make: "Toyota",
    model: "Camry",
    bodyStyle: "Sedan",
  },
  { nagsNumber: "DW99001GTYN", yearFrom: "2021", yearTo: "2024", make: "Toyota", model: "Avalon" },
  {
    nagsNumber: "FD99002GTNN",
    description: "Demo front left door glass",
    listPriceCents: "204.00",
    listEffectiveFrom: "2026-01-01",
    laborMinutes: "1.2",
    kitHalves: "0",
    mouldingRequired: "no",
    clipsQty: "2",
    calibration: "none",
    side: "front left",
    demo: "yes",
    yearFrom: "2019",
    yearTo: "2023",
    make: "Honda",
    model: "Civic",
  },
];

/** A file to begin with. Its parts are invented, and say so. */
export const sampleCsv = (): string =>
  Papa.unparse({
    fields: importColumns.map((column) => COLUMNS[column].also[0] ?? column),
    data: rows.map((row) => importColumns.map((column) => row[column] ?? "")),
  });
