import { log } from "@/lib/log/log";
import { isTooBusy, isTookTooLong, isWorkerFault } from "@/lib/workers/faults";

export const NOT_KEPT = "private, no-store";

/** A file to show in the browser. */
export type FileAnswer = {
  bytes: Uint8Array;
  /** Such as `application/pdf`. */
  type: string;
  /** What it is called when it is kept. */
  name: string;
  /** Seconds that the browser may keep it, for an address that changes with the file; none asks anew each time. */
  keepFor?: number;
};

/** A file as an answer, or in a sentence that it could not be made: what it is made of may be more than its process can do. */
export async function showFile(make: () => Promise<FileAnswer | null>): Promise<Response> {
  try {
    const file = await make();
    return file ? show(file) : say("Not found", 404);
  } catch (error) {
    if (!(isTooBusy(error) || isTookTooLong(error) || isWorkerFault(error))) throw error;
    if (!isTooBusy(error)) log.error("A file could not be made", { error });
    const said = isWorkerFault(error) ? "This file could not be made." : error.message;
    return say(said, 503, { "retry-after": "60" });
  }
}

const say = (text: string, status: number, headers: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": NOT_KEPT, ...headers },
  });

/** Of the type it says and of no other, and never kept for others. */
function show({ bytes, type, name, keepFor }: FileAnswer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": keepFor ? `private, max-age=${keepFor}` : NOT_KEPT,
      "x-content-type-options": "nosniff",
    },
  });
}
