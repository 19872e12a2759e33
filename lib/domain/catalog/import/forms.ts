import { z } from "zod";
import { optionalDate } from "@/lib/forms/fields";
import { LONGEST_CELL, ROWS_A_BATCH } from "./batches";
import { importColumns } from "./columns";

const parsed = (text: string, context: z.core.$RefinementCtx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "This is no batch of rows." });
    return z.NEVER;
  }
};

/** What Postgres holds in no text shows as unreadable, so that its row is refused. */
const readable = (cell: string) => cell.replace(/\0|\p{Cs}/gu, "\ufffd");

const Batch = z.object({
  columns: z
    .array(z.enum(importColumns as [string, ...string[]]))
    .refine((columns) => columns.includes("nagsNumber") && new Set(columns).size === columns.length),
  rows: z
    .array(z.tuple([z.int()], z.string().max(LONGEST_CELL).transform(readable)))
    .min(1)
    .max(ROWS_A_BATCH),
});

/** One batch of a file, as the page posts it. The file itself is never sent. */
export const ImportRows = z.object({
  file: z.string().max(200),
  /** The same for all batches of one import, so that they are listed as one change. */
  run: z.uuid(),
  /** `check` only tells what would be done. */
  mode: z.enum(["check", "import"]),
  /** The day from which prices hold whose row names none. */
  from: optionalDate("listPrice"),
  batch: z.string().max(900_000).transform(parsed).pipe(Batch),
});
