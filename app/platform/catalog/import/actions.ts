"use server";

import type { Batch } from "@/lib/domain/catalog/import/batches";
import { ImportRows } from "@/lib/domain/catalog/import/forms";
import { saveBatch } from "@/lib/domain/catalog/import/save-batch";
import { platformAction } from "@/lib/doors/platform";

export const importRows = platformAction({
  name: "parts.import",
  form: ImportRows,
  run: (db, { mode, from, batch }) =>
    saveBatch(db, { batch: batch as Batch, from, dryRun: mode === "check" }),
  then: (answer, { file, run, mode }) => {
    const { faults, ...counts } = answer;
    return {
      subject: run,
      unchanged: mode === "check" || counts.added + counts.changed === 0,
      detail: { file, ...counts, leftOut: faults.length },
      answer,
    };
  },
});
