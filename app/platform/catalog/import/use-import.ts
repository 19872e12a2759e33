"use client";

import { useEffect, useRef, useState } from "react";
import type { Batch } from "@/lib/domain/catalog/import/batches";
import type { Imported, ImportFault } from "@/lib/domain/catalog/import/read-rows";
import { importRows } from "./actions";

export type Mode = "check" | "import";

/** How far a file is, and what came of it so far. */
export type Progress = Imported & {
  mode: Mode;
  /** Batches done, and all of them. */
  done: number;
  of: number;
  state: "running" | "stopped" | "finished";
  /** Why it stopped, in words. */
  message?: string;
};

export type ImportedFile = {
  name: string;
  /** Tells this import from others. */
  id: string;
  /** From which day prices hold whose row names none; ISO or empty. */
  from: string;
  batches: Batch[];
  /** Rows that could not be read. */
  faults: ImportFault[];
};

const NOTHING: Imported = { added: 0, changed: 0, unchanged: 0, faults: [] };

/** Sends a file batch by batch, each a transaction of its own, so that it can stop anywhere and go on from there. */
export function useImport() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopping = useRef(false);
  const running = progress?.state === "running";
  useEffect(() => {
    if (!running) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [running]);

  async function run(file: ImportedFile, mode: Mode, resumed?: Progress) {
    stopping.current = false;
    let now: Progress = resumed
      ? { ...resumed, state: "running", message: undefined }
      : { ...NOTHING, faults: file.faults, mode, done: 0, of: file.batches.length, state: "running" };
    setProgress(now);
    for (const batch of file.batches.slice(now.done)) {
      if (stopping.current) {
        setProgress({ ...now, state: "stopped", message: "You stopped it." });
        return;
      }
      const answer = await post(file, mode, batch);
      if (typeof answer === "string") {
        setProgress({ ...now, state: "stopped", message: answer });
        return;
      }
      now = { ...now, ...sum(now, answer), done: now.done + 1 };
      setProgress(now);
    }
    setProgress({ ...now, state: "finished" });
  }

  return {
    progress,
    run,
    stop: () => {
      stopping.current = true;
    },
    forget: () => setProgress(null),
  };
}

/** @returns what came of a batch, or why nothing did. */
async function post({ name, id, from }: ImportedFile, mode: Mode, batch: Batch): Promise<Imported | string> {
  const form = new FormData();
  const fields = { file: name, run: id, from, mode, batch: JSON.stringify(batch) };
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  try {
    const { answer, message } = await importRows(null, form);
    return answer ?? message ?? "The rows were not taken.";
  } catch {
    return "The server could not be reached, or you are signed out. Nothing of the last rows was saved.";
  }
}

const sum = (one: Imported, other: Imported): Imported => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  faults: [...one.faults, ...other.faults],
});
