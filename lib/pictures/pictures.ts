import { createHash } from "node:crypto";
import { isTookTooLong, isWorkerFault } from "../workers/faults";
import { WorkerPool } from "../workers/pool";
import type { Cleaned } from "./clean";

/** As the database holds it, and whose it is: shown and drawn by way of `shownPicture` alone. */
export type StoredPicture = { readonly stored: Uint8Array; readonly shop: string };

const MOST_REMEMBERED = 100;

type Pictures = {
  pool: WorkerPool<Uint8Array, Cleaned>;
  /** What stored pictures came to, by their hash; null for those that can't be read. */
  shown: Map<string, Uint8Array | null>;
};
// One a process, also when a development server loads this file again.
const store = globalThis as { bastionPictures?: Pictures };

function pictures(): Pictures {
  store.bastionPictures ??= {
    pool: new WorkerPool("lib/pictures/clean.worker.ts", {
      workers: 1,
      seconds: 30,
      megabytes: 128,
      waiting: 100,
      waitingOfOne: 10,
    }),
    shown: new Map(),
  };
  return store.bastionPictures;
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** All that is chosen to be kept waits in one line of its own, and never before what a shop shows. */
const UPLOADS = "uploads";

/**
 * See `cleanPicture`; in a process apart, which nothing but the picture itself suffers from.
 * @param turn whose turn it is. @throws TooBusy
 */
export async function cleanApart(bytes: Uint8Array, turn = UPLOADS): Promise<Cleaned> {
  try {
    return await pictures().pool.run(bytes, turn);
  } catch (error) {
    if (isTookTooLong(error) || isWorkerFault(error))
      return { unfit: "The picture can't be read. Export it anew." };
    throw error;
  }
}

/**
 * A picture of the database made anew once more, as it may be older than that is done, or have come there by other means.
 * @returns a PNG; null where there is no picture, or none that can be read. @throws TooBusy
 */
export async function shownPicture(picture: StoredPicture | null): Promise<Uint8Array | null> {
  if (!picture) return null;
  const { shown } = pictures();
  const hash = hashOf(picture.stored);
  const known = shown.get(hash);
  if (known !== undefined) return known;
  const cleaned = await cleanApart(picture.stored, picture.shop);
  const png = "png" in cleaned ? cleaned.png : null;
  const [oldest = ""] = shown.keys();
  if (shown.size >= MOST_REMEMBERED) shown.delete(oldest);
  shown.set(hash, png);
  return png;
}
