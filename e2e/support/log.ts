import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where the app under test keeps its log. */
export const logFolder = process.env.E2E_LOG_FOLDER ?? "";

/** All that the app under test has logged. */
export const logText = () =>
  readdirSync(logFolder)
    .map((name) => readFileSync(path.join(logFolder, name), "utf8"))
    .join("");

export type Line = { level: string; msg: string; request?: string; reference?: string; person?: string };

/** @returns the lines that a test looks for. The app may still be writing the last one. */
export const logLines = (wanted: (line: Line) => boolean): Line[] =>
  logText()
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
    .filter(wanted);
