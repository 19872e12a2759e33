import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { root } from "./paths.ts";

/** What lets Node run the app's own TypeScript outside of Next.js. */
export const appFlags = ["--conditions=react-server", "--import", "tsx"];

export type Result = { code: number; output: string };

/** Colors are for a terminal; a log or a file gets none. */
const plain: Record<string, string> = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };

/** Starts a Node program that ends when we do, even by kill -9. `entry` is a path inside the project. */
export function startNode(
  entry: string,
  args: string[],
  options: { env?: Record<string, string>; stdio?: "inherit" | "pipe"; flags?: string[] } = {},
): ChildProcess {
  const stdio = options.stdio ?? "inherit";
  const withParent = new URL("./with-parent.mjs", import.meta.url).href;
  return spawn(
    process.execPath,
    ["--import", withParent, ...(options.flags ?? []), join(root, entry), ...args],
    {
      cwd: root,
      env: {
        ...process.env,
        ...plain,
        NEXT_TELEMETRY_DISABLED: "1",
        ENDS_WITH: String(process.pid),
        ...options.env,
      },
      stdio: ["ignore", stdio, stdio, "ipc"],
    },
  );
}

/** Settles when the child has ended, with its exit code; a signal counts as 128 plus its number, as in a shell. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** Runs a Node program to its end, keeping what it says instead of showing it. */
export async function runQuietly(
  entry: string,
  args: string[],
  options: { env?: Record<string, string>; flags?: string[] } = {},
): Promise<Result> {
  const child = startNode(entry, args, { ...options, stdio: "pipe" });
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return { code: await exitOf(child), output };
}
