"use server";

import { platformAction } from "@/lib/platform";
import type { Batch } from "./batches";
import { ImportRows } from "./import-form";
import { saveBatch } from "./save-batch";

export const importRows = platformAction({
  name: "parts.import",
  form: ImportRows,
  run: async ({ db, input: { file, run, mode, from, batch } }) => {
    const answer = await saveBatch(db, { batch: batch as Batch, from, dryRun: mode === "check" });
    const { faults, ...counts } = answer;
    return {
      subject: run,
      unchanged: mode === "check" || counts.added + counts.changed === 0,
      detail: { file, ...counts, leftOut: faults.length },
      answer,
    };
  },
});
