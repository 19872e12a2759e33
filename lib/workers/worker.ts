import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import path from "node:path";
import { TookTooLong, WorkerFault } from "./faults";
import type { Reply } from "./serve-jobs";

export type WorkerLimits = {
  /** For a job. */
  seconds: number;
  /** Of JavaScript's heap. */
  megabytes: number;
};

/** For a process to load its program, on the slowest of machines. */
const SECONDS_TO_START = 120;
/** Of a process that gives way to the one which answers requests. */
const BACKGROUND = 10;

/** One process that does one job after the other. It is given no secret: its environment names none, and it has no database. */
export class Worker<Input, Output> {
  readonly #child: ChildProcess;
  readonly #seconds: number;
  readonly #started: Promise<unknown>;

  constructor(entry: string, { seconds, megabytes }: WorkerLimits) {
    // What a process reads of the project is no part of the server's build.
    const root = /* turbopackIgnore: true */ process.cwd();
    const flags = [`--max-old-space-size=${megabytes}`, "--import", "tsx"];
    const { NODE_ENV, PATH, TMPDIR, TEMP, SystemRoot } = process.env;
    const env = { NODE_ENV, PATH, TMPDIR, TEMP, SystemRoot, PARENT: String(process.pid) };
    this.#seconds = seconds;
    this.#child = spawn(process.execPath, [...flags, path.join(/* turbopackIgnore: true */ root, entry)], {
      cwd: root,
      env: Object.fromEntries(Object.entries(env).filter(([, value]) => value)) as NodeJS.ProcessEnv,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      serialization: "advanced",
    });
    this.#child.unref();
    this.#child.channel?.unref();
    this.#started = this.#reply();
    this.#started.catch(() => {});
    if (this.#child.pid) lower(this.#child.pid);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || !this.#child.connected;
  }

  async run(input: Input): Promise<Output> {
    await within(SECONDS_TO_START, this.#started);
    const reply = this.#reply();
    this.#child.send({ input });
    const { output, fault } = await within(this.#seconds, reply);
    if (fault !== undefined) throw new WorkerFault(fault);
    return output as Output;
  }

  /** At once, whatever it is doing. */
  end(): void {
    this.#child.kill("SIGKILL");
  }

  #reply(): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const child = this.#child;
      const done = () => {
        child.off("message", told).off("exit", gone).off("error", gone);
      };
      const told = (reply: unknown) => {
        done();
        resolve(reply as Reply);
      };
      const gone = () => {
        done();
        reject(new WorkerFault("The process that was to do this has ended."));
      };
      child.on("message", told).on("exit", gone).on("error", gone);
    });
  }
}

/** @throws TookTooLong */
async function within<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong()), seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function lower(pid: number): void {
  try {
    setPriority(pid, BACKGROUND);
  } catch {
    // It may have ended, and not every system lets one do this.
  }
}
