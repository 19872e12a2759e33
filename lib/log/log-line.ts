type Line = {
  time: string;
  level: string;
  msg?: string;
  error?: { name: string; code?: string; at?: string[] };
};

/** A line of the log as somebody at a terminal reads it: when, how bad, what, and the facts. @param json as pino wrote it. */
export function inOneLine(json: string): string {
  const { time, level, msg = "", error, ...facts } = JSON.parse(json) as Line & Record<string, unknown>;
  const fault = error && { error: [error.name, error.code, error.at?.[0]].filter(Boolean).join(" ") };
  const told = Object.entries({ ...facts, ...fault }).map(([name, value]) => `${name}=${text(value)}`);
  return `${[time.slice(11, 19), level.toUpperCase().padEnd(5), msg, ...told].join(" ").replace(/\s*[\r\n]+\s*/g, " ")}\n`;
}

const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
