import { TooBusy } from "./faults";
import { Worker, type WorkerLimits } from "./worker";

export type PoolLimits = WorkerLimits & {
  /** Processes at once; each starts when it is first needed. */
  workers: number;
  /** How many may wait, in all and for one of them whose turn it is. */
  waiting: number;
  waitingOfOne: number;
};

type Job<Input, Output> = {
  input: Input;
  turn: string;
  resolve: (output: Output) => void;
  reject: (error: unknown) => void;
};

/**
 * Does in processes apart what could loop, take all memory or crash, so that nothing but the job itself ends of it. One that fails is
 * ended, and the next job gets a fresh one.
 */
export class WorkerPool<Input, Output> {
  readonly #entry: string;
  readonly #limits: PoolLimits;
  readonly #idle: Worker<Input, Output>[] = [];
  /** Whose job each working process does. */
  readonly #working = new Map<Worker<Input, Output>, string>();
  #waiting: Job<Input, Output>[] = [];

  /** @param entry the program, which calls `serveJobs`; a path inside the project. */
  constructor(entry: string, limits: PoolLimits) {
    this.#entry = entry;
    this.#limits = limits;
  }

  /**
   * @param turn whose job it is, such as a shop: each has one done at a time, so that nobody's many hold up another's one.
   * @throws TooBusy; TookTooLong, after which the process is gone; WorkerFault for what the job threw, or its end.
   */
  run(input: Input, turn: string): Promise<Output> {
    const { waiting, waitingOfOne } = this.#limits;
    const ofOne = this.#waiting.filter((job) => job.turn === turn).length;
    if (this.#waiting.length >= waiting || ofOne >= waitingOfOne) return Promise.reject(new TooBusy());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, turn, resolve, reject });
      this.#next();
    });
  }

  /** Starts what can be started. Who had a job started waits behind all others with the next. */
  #next(): void {
    if (this.#working.size >= this.#limits.workers) return;
    const turns = new Set(this.#working.values());
    const job = this.#waiting.find(({ turn }) => !turns.has(turn));
    if (!job) return;
    const rest = this.#waiting.filter((other) => other !== job);
    const isTheirs = ({ turn }: Job<Input, Output>) => turn === job.turn;
    this.#waiting = [...rest.filter((other) => !isTheirs(other)), ...rest.filter(isTheirs)];
    void this.#work(this.#idleWorker() ?? new Worker(this.#entry, this.#limits), job);
    this.#next();
  }

  #idleWorker(): Worker<Input, Output> | undefined {
    const worker = this.#idle.pop();
    return worker?.ended ? this.#idleWorker() : worker;
  }

  async #work(worker: Worker<Input, Output>, { input, turn, resolve, reject }: Job<Input, Output>) {
    this.#working.set(worker, turn);
    try {
      resolve(await worker.run(input));
      // While the app is developed, each job gets the program as it is now.
      if (process.env.NODE_ENV === "development") worker.end();
      else this.#idle.push(worker);
    } catch (error) {
      worker.end();
      reject(error);
    } finally {
      this.#working.delete(worker);
      this.#next();
    }
  }
}
