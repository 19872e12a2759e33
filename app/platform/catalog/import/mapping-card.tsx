"use client";

import { Field } from "@/components/form/field";
import { DateInput } from "@/components/form/inputs/date-input";
import { Select } from "@/components/form/inputs/select";
import { Button } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { yearRange } from "@/lib/date-range";
import {
  COLUMNS,
  columnName,
  type ImportColumn,
  importColumns,
  leftOut,
  type Mapping,
} from "@/lib/domain/catalog/import/columns";
import type { CsvTable } from "@/lib/domain/catalog/import/read-csv";

type MappingCardProps = {
  table: CsvTable;
  mapping: Mapping;
  onMap: (mapping: Mapping) => void;
  /** From which day prices hold whose row names none. */
  from: string;
  onFrom: (day: string) => void;
  onCheck: () => void;
};

/** The second step: which column of the file tells what. Guessed from the headings, and remembered once changed. */
export const MappingCard = ({ table, mapping, onMap, from, onFrom, onCheck }: MappingCardProps) => {
  const choose = (column: ImportColumn, index: string) => {
    const { [column]: _before, ...others } = mapping;
    onMap(index === "" ? others : { ...others, [column]: Number(index) });
  };
  const ready = mapping.nagsNumber !== undefined;
  return (
    <Card
      title="Which column tells what?"
      description="Guessed from the headings. Columns that are not chosen are left out."
      footer={
        <div className="flex flex-wrap items-center justify-end gap-3">
          {!ready && <p className="flex-1 text-bad-ink">Choose the column of the part number.</p>}
          <Button variant="primary" disabled={!ready} onClick={onCheck}>
            Check all rows
          </Button>
        </div>
      }
    >
      <LeftOut table={table} mapping={mapping} />
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {importColumns.map((column) => (
          <ColumnSelect
            key={column}
            column={column}
            table={table}
            index={mapping[column]}
            onChoose={(index) => choose(column, index)}
          />
        ))}
        <Field name="from" label="Prices without a day hold from">
          <DateInput
            {...yearRange("listPrice")}
            defaultValue={from}
            onChange={(event) => onFrom(event.target.value)}
          />
        </Field>
      </div>
    </Card>
  );
};

type ColumnSelectProps = {
  column: ImportColumn;
  table: CsvTable;
  index: number | undefined;
  onChoose: (index: string) => void;
};

const ColumnSelect = ({ column, table, index, onChoose }: ColumnSelectProps) => {
  const example = table.rows.find(({ cells }) => cells[index ?? -1])?.cells[index ?? -1];
  const options = table.headings.map((_, place) => ({
    value: String(place),
    label: columnName(table, place),
  }));
  return (
    <Field
      name={column}
      label={COLUMNS[column].label}
      required={column === "nagsNumber"}
      hint={<span className="block truncate">{example ? `Such as ${example}` : "\u00a0"}</span>}
      className="min-w-0"
    >
      <Select
        options={options}
        placeholder="Not in the file"
        defaultValue={index === undefined ? "" : String(index)}
        onChange={(event) => onChoose(event.target.value)}
      />
    </Field>
  );
};

/** What of the file goes nowhere: columns that nobody chose, and rows that could not be read. */
const LeftOut = ({ table, mapping }: Pick<MappingCardProps, "table" | "mapping">) => {
  const columns = leftOut(table, mapping).map((place) => columnName(table, place));
  const [first] = table.faults;
  if (columns.length === 0 && !first) return null;
  return (
    <div className="mb-4 grid gap-3" role="status">
      {first && (
        <Callout kind="warn">
          {table.faults.length === 1
            ? "One row is"
            : `${table.faults.length.toLocaleString("en-US")} rows are`}{" "}
          left out, and listed after the check. Row {first.row}: {first.message}
        </Callout>
      )}
      {columns.length > 0 && <Callout>Left out so far: {columns.join(", ")}.</Callout>}
    </div>
  );
};
