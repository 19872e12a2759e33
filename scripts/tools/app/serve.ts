import { setTimeout as sleep } from "node:timers/promises";
import { exitOf, startNode } from "../process/child.ts";

export type Server = {
  url: string;
  ended: Promise<number>;
  /** The last 20,000 characters that the app wrote. */
  output: () => string;
  stop: () => Promise<void>;
};

/**
 * Starts Next.js on a port and waits until it answers.
 * @param mode `start` serves the build in NEXT_DIST_DIR; `dev` compiles as pages are asked for.
 * @param shown of what it writes after its start: its `log`, which it writes to stdout; `all`; or `nothing`. What Next.js itself says of an error
 *   quotes values, so beside developers nobody sees it.
 */
export async function serve(options: {
  mode: "start" | "dev";
  port: number;
  env: Record<string, string>;
  shown: "log" | "all" | "nothing";
}): Promise<Server> {
  const { mode, port, env } = options;
  const next = "node_modules/next/dist/bin/next";
  const child = startNode(next, [mode, "-p", String(port)], { env, stdio: "pipe" });
  let output = "";
  let started = false;
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.on("data", (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-20_000);
      const wanted = options.shown === "all" || (options.shown === "log" && stream === "stdout");
      if (started && wanted) process[stream].write(chunk);
    });
  }
  let gone = false;
  const ended = exitOf(child).then((code) => {
    gone = true;
    return code;
  });
  const stop = async () => {
    if (gone) return;
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(force);
  };
  const url = `http://localhost:${port}`;
  while (!(await answers(port))) {
    if (gone) {
      await stop();
      throw new Error(`The app did not start.\n${output}`);
    }
    await sleep(100);
  }
  started = true;
  return { url, ended, output: () => output, stop };
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/favicon.ico`, {
      redirect: "manual",
      signal: AbortSignal.timeout(60_000),
    });
    return true;
  } catch {
    return false;
  }
}
