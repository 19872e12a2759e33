import { serveJobs } from "@/lib/workers/serve-jobs";
import { drawQuote } from "./draw";
import type { PdfJob } from "./quote-pdf";
import { typeset } from "./typeset";

serveJobs(
  async (job: PdfJob): Promise<Uint8Array | string[][]> =>
    "quote" in job ? drawQuote(job) : job.texts.map((text) => typeset(text).lost),
);
