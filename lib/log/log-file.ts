import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import roll from "pino-roll";
import { alsoTo, log } from "./log";

const OWNER_ALONE = { folder: 0o700, file: 0o600 };

/** Keeps the log in a folder as well: a file a day, or 10 MB, and the last thirty of them, for the owner's eyes alone. */
export async function keepLog(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: OWNER_ALONE.folder });
  chmodSync(folder, OWNER_ALONE.folder);
  const file = await roll({
    file: join(folder, "app"),
    extension: ".log",
    dateFormat: "yyyy-MM-dd",
    frequency: "daily",
    size: "10m",
    limit: { count: 30, removeOtherLogFiles: true },
    mode: OWNER_ALONE.file,
    sync: true,
  });
  // A full disk must not stop a shop.
  (file as unknown as NodeJS.EventEmitter).on("error", () => {});
  alsoTo(file);
  log.info("The log is kept", { folder });
}
