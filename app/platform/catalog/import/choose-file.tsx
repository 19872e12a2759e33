"use client";

import { useId, useState } from "react";
import { Field } from "@/components/form/field";
import { FileInput } from "@/components/form/inputs/file-input";
import { Button } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { COLUMNS, importColumns } from "@/lib/domain/catalog/import/columns";
import { type CsvTable, readCsv } from "@/lib/domain/catalog/import/read-csv";
import { sampleCsv } from "@/lib/domain/catalog/import/sample";
import { saveFile } from "./save-file";

const MOST_BYTES = 60_000_000;

type ChooseFileProps = { onChoose: (chosen: { name: string; table: CsvTable }) => void };

/** The first step: a file, or rows pasted from a spreadsheet. Both are read here in the browser. */
export const ChooseFile = ({ onChoose }: ChooseFileProps) => {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pasted, setPasted] = useState("");
  const pasteId = useId();

  const read = async (name: string, source: File | string) => {
    setRefusal(null);
    try {
      onChoose({ name, table: await readCsv(source) });
    } catch (error) {
      setRefusal((error as Error).message);
    }
  };

  return (
    <Card
      title="Import parts from a CSV file"
      actions={
        <Button size="sm" onClick={() => saveFile("demo-parts.csv", sampleCsv())}>
          Download a sample
        </Button>
      }
    >
      {refusal && (
        <div className="mb-4" role="alert">
          <Callout kind="danger">{refusal}</Callout>
        </div>
      )}
      <Field
        name="csv"
        label="CSV file"
        hint="Comma, semicolon or tab, with headings. It is read in your browser and not kept anywhere."
      >
        <FileInput
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          mostBytes={MOST_BYTES}
          onChoose={(file) => file && read(file.name, file)}
        />
      </Field>
      <details className="mt-4">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-ink-soft hover:text-ink md:min-h-8">
          Or paste rows
        </summary>
        <label htmlFor={pasteId} className="mt-2 mb-1 block text-[0.8125rem] font-medium">
          Rows with headings, as copied from a spreadsheet
        </label>
        <textarea
          id={pasteId}
          rows={6}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
          className="control py-2 font-mono text-[0.8125rem]"
        />
        <Button className="mt-2" onClick={() => read("Pasted rows", pasted)}>
          <Icon name="upload" /> Read these rows
        </Button>
      </details>
      <p className="mt-4 max-w-prose text-[0.8125rem] text-ink-faint">
        Known columns: {importColumns.map((column) => COLUMNS[column].label).join(", ")}. Several rows with
        one part number add vehicles. An empty cell leaves what is there. Real NAGS lists are licensed: import
        only what you may.
      </p>
    </Card>
  );
};
