import pino from "pino";
import { faultOf } from "./fault";
import { inOneLine } from "./log-line";
import { requestId } from "./request";

/** What may stand in a log line beside its sentence: kinds, codes, counts and ids. Never a name, a number, a text that somebody typed. */
type Facts = { error?: unknown; [fact: string]: unknown };

type Level = "info" | "warn" | "error" | "fatal";

function open() {
  const terminal = pino.destination({ fd: 1, sync: true });
  const shown =
    process.env.LOG_FORMAT === "pretty"
      ? { write: (line: string) => terminal.write(inOneLine(line)) }
      : terminal;
  const streams = pino.multistream([{ stream: shown, level: "info" }]);
  const root = pino(
    {
      base: undefined,
      level: process.env.NODE_ENV === "test" ? "silent" : "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: () => ({ request: requestId() }),
      serializers: { error: (error: unknown) => faultOf(error) },
    },
    streams,
  );
  return { root, streams };
}

// One a process, also where bundles hold copies of this file.
const store = globalThis as { bastionLog?: ReturnType<typeof open> };

const opened = () => {
  store.bastionLog ??= open();
  return store.bastionLog;
};

/** Has each line written to one more place, such as a file. */
export function alsoTo(stream: pino.DestinationStream): void {
  opened().streams.add({ stream, level: "info" });
}

const write =
  (level: Level) =>
  (message: string, facts: Facts = {}) =>
    opened().root[level](facts, message);

/** The app's log: a sentence of ours and facts, as JSON a line, with the id of the request it is about. */
export const log = { info: write("info"), warn: write("warn"), error: write("error"), fatal: write("fatal") };
