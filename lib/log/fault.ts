/** What the log keeps of an error. */
export type Fault = {
  name: string;
  /** Such as Node's `ECONNREFUSED`, Prisma's `P2002`, or Postgres's five characters. */
  code?: string;
  sqlState?: string;
  /** Where it happened: files and lines, innermost first. */
  at: string[];
  cause?: Fault;
};

const MOST_FRAMES = 15;
const FRAME =
  /^\s+at (?:[\w$.<>[\] ]+ \()?(?:file:\/\/|node:|\/|[A-Za-z]:\\|webpack|turbopack|<anonymous>|native)[^\n]*$/;
const TOKEN = /^[\w.-]{1,60}$/;

type Thrown = {
  name?: unknown;
  code?: unknown;
  message?: unknown;
  stack?: unknown;
  cause?: unknown;
  meta?: unknown;
};

const token = (value: unknown) => (typeof value === "string" && TOKEN.test(value) ? value : undefined);

/**
 * An error without its words: those of Postgres, Prisma, zod and JSON.parse quote the very values that were refused, which are a
 * customer's. Kind, code and place are enough to find it.
 */
export function faultOf(error: unknown, depth = 0): Fault {
  const { name, code, message, stack, cause, meta } = (Object(error) === error ? error : {}) as Thrown;
  const adapter = (meta as { driverAdapterError?: { cause?: { originalCode?: unknown } } } | undefined)
    ?.driverAdapterError;
  return {
    name: token(name) ?? typeof error,
    code: token(code),
    sqlState: token(adapter?.cause?.originalCode),
    at: framesOf(String(stack ?? ""), String(message ?? "")),
    cause: cause === undefined || depth > 3 ? undefined : faultOf(cause, depth + 1),
  };
}

/** A message may have lines that look like frames: it is taken out first. */
function framesOf(stack: string, message: string): string[] {
  const lines = (message ? stack.replace(message, () => "") : stack).split("\n");
  return lines
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim().slice(0, 300));
}
