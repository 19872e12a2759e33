"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/buttons/button";
import type { IsoDate } from "@/lib/dates";
import { batchesOf } from "@/lib/domain/catalog/import/batches";
import { guessMapping, type Mapping } from "@/lib/domain/catalog/import/columns";
import type { CsvTable } from "@/lib/domain/catalog/import/read-csv";
import { ChooseFile } from "./choose-file";
import { MappingCard } from "./mapping-card";
import { ProgressCard } from "./progress-card";
import { readRemembered, remember } from "./remembered";
import { useImport } from "./use-import";

type Chosen = { name: string; table: CsvTable };

/** From a file to parts: which file, which column tells what, what would come of it, and only then the import. */
export const Importer = ({ id, today }: { id: string; today: IsoDate }) => {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [from, setFrom] = useState<string>(today);
  const { progress, run, stop, forget } = useImport();
  const batches = useMemo(() => (chosen ? batchesOf(chosen.table, mapping) : []), [chosen, mapping]);

  const choose = (next: Chosen | null) => {
    setChosen(next);
    setMapping(next ? guessMapping(next.table.headings, readRemembered()) : {});
    forget();
  };
  const map = (next: Mapping) => {
    setMapping(next);
    if (chosen) remember(chosen.table.headings, next);
    forget();
  };
  if (!chosen) return <ChooseFile onChoose={choose} />;
  const faults = chosen.table.faults.map(({ row, message }) => ({ row, column: "All", message }));
  const file = { name: chosen.name, id, from, batches, faults };
  const rowCount = chosen.table.rows.length;
  const busy = progress?.state === "running";
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <span className="font-medium">{chosen.name}</span>
          <span className="text-ink-soft">
            , {rowCount.toLocaleString("en-US")} {rowCount === 1 ? "row" : "rows"}
          </span>
        </p>
        <Button size="sm" disabled={busy} onClick={() => choose(null)}>
          Choose another file
        </Button>
      </div>
      {progress ? (
        <ProgressCard
          progress={progress}
          onStop={stop}
          onGoOn={() => run(file, progress.mode, progress)}
          onImport={() => run(file, "import")}
          onBack={forget}
        />
      ) : (
        <MappingCard
          table={chosen.table}
          mapping={mapping}
          onMap={map}
          from={from}
          onFrom={setFrom}
          onCheck={() => run(file, "check")}
        />
      )}
    </div>
  );
};
