import { WorkerPool } from "@/lib/workers/pool";
import type { PdfFacts } from "./document";
import type { QuotePaper } from "./paper";

/** A quote to draw, or texts of which to tell what can't be printed. */
export type PdfJob = PdfFacts | { texts: string[] };

type Pool = WorkerPool<PdfJob, Uint8Array | string[][]>;
// One a process, also when a development server loads this file again.
const store = globalThis as { bastionPdfs?: Pool };

function pool(): Pool {
  store.bastionPdfs ??= new WorkerPool("lib/domain/quotes/pdf/pdf.worker.ts", {
    workers: 2,
    seconds: 60,
    megabytes: 384,
    waiting: 100,
    waitingOfOne: 20,
  });
  return store.bastionPdfs;
}

/**
 * A quote as a PDF, drawn in a process apart: however long that takes, other requests are answered meanwhile.
 * @param logo as `shownPicture` gives it. @param shop whose turn it is. @throws TooBusy; TookTooLong; WorkerFault
 */
export const quotePdf = async (quote: QuotePaper, logo: Uint8Array | null, shop: string) =>
  (await pool().run({ quote, logo }, shop)) as Uint8Array;

/** What of each text can't be printed: characters, or words. @param shop and errors as for `quotePdf`. */
export const unprintable = async (texts: string[], shop: string) =>
  (await pool().run({ texts }, shop)) as string[][];
