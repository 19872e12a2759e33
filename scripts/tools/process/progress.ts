/** A short line about one step of the work, such as "· Database ready (2.1 s)". */
export function say(line: string): void {
  console.log(`· ${line}`);
}

/** Runs one step and says what it was and how long it took. `done` may turn the result into a better line. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  done?: (result: T) => string,
): Promise<T> {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${done ? done(result) : name} (${seconds} s)`);
  return result;
}

/** Something the person at the keyboard can put right: shown as its message alone, without a stack. */
export class Advice extends Error {
  override name = "Advice";
}

/** Runs a task to its end and leaves with its exit code; `Advice` is printed plainly, anything else with its stack. */
export async function main(task: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exit((await task()) ?? 0);
  } catch (error) {
    console.error(error instanceof Advice ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}
