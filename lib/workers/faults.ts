/** There is more to do than anybody would wait for. */
export class TooBusy extends Error {
  override name = "TooBusy" as const;

  constructor() {
    super("More of these are being made than can be waited for. Try again in a minute.");
  }
}

export class TookTooLong extends Error {
  override name = "TookTooLong" as const;

  constructor() {
    super("This took too long and was given up. Try again in a minute.");
  }
}

/** A job threw, or its process ended. */
export class WorkerFault extends Error {
  override name = "WorkerFault" as const;
}

// By name and not by class: Next.js bundles hold copies of these classes, and the process has one pool of each kind.
const named = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

export const isTooBusy = (error: unknown): error is TooBusy => named(error, "TooBusy");
/** For `catch`, where one can do without: undefined for what is too busy; anything else is thrown on. */
export function unlessBusy(error: unknown): undefined {
  if (!isTooBusy(error)) throw error;
}

export const isTookTooLong = (error: unknown): error is TookTooLong => named(error, "TookTooLong");
export const isWorkerFault = (error: unknown): error is WorkerFault => named(error, "WorkerFault");
