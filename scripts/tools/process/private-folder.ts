import { chmodSync, mkdirSync } from "node:fs";
import { dataFolder } from "./paths.ts";

/** Makes a folder that nobody but its owner enters or lists, and takes what others may do from one that is there. */
export function privateFolder(path: string, mode = 0o700): string {
  mkdirSync(path, { recursive: true, mode });
  chmodSync(path, mode);
  return path;
}

/** The folder .data, its owner's alone. As root, the user `postgres` must pass through it to the database's files, and lists nothing. */
export const ownDataFolder = (): string =>
  privateFolder(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700);
