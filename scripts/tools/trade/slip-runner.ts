import { appendFileSync, readFileSync } from "node:fs";
import type { RunnerTestFile as File, RunnerTestSuite as Suite, RunnerTask as Task } from "vitest";
import { VitestTestRunner } from "vitest/runners";
import { AROUND, type Turn, type Turned } from "./turns.ts";

/** More turns than any loop of a test has: a slip has left it without an end. */
const HITS = 200_000;

/** What code that Stryker's instrumenter broke asks for the slip that is on, and tells what it comes by. */
type Switch = {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: object; perTest: Record<string, object> };
};

/** Lives as long as the process does, while the runner is made anew for each test file. */
type Kept = { turns: Turn[]; next: number; noticed: Set<string>; switch: Switch };

type WorkerState = {
  evaluatedModules: {
    getModuleById: (id: string) => object | undefined;
    invalidateModule: (module: object) => void;
  };
};

const ours = globalThis as typeof globalThis & { __slips?: Kept; __stryker__?: Switch };

function kept(): Kept {
  ours.__stryker__ ??= {};
  ours.__slips ??= {
    turns: JSON.parse(readFileSync(process.env.SLIP_TURNS as string, "utf8")),
    next: 0,
    noticed: new Set(),
    switch: ours.__stryker__,
  };
  return ours.__slips;
}

const nameOf = (task: Task): string => (task.suite ? `${nameOf(task.suite)} > ${task.name}` : task.name);

const off = { activeMutant: undefined, currentTestId: undefined, hitCount: undefined };

/** Vitest's runner, which takes the turns as they come: switches a slip on once a test file is loaded, and stops at the first failure. */
export default class SlipRunner extends VitestTestRunner {
  private turn?: Turn;
  private failed: string | null = null;
  private began = 0;

  override async importFile(path: string, source: "collect" | "setup") {
    if (source !== "collect") return super.importFile(path, source);
    const all = kept();
    const turn = all.turns[all.next++];
    if (!turn || !path.endsWith(turn.test)) throw new Error(`It is not the turn of ${path}`);
    this.turn = undefined;
    if (turn.slip && all.noticed.has(turn.slip)) throw new Error("Noticed already");
    Object.assign(this, { turn, failed: null, began: Date.now() });
    const { evaluatedModules } = (this as unknown as { workerState: WorkerState }).workerState;
    const module = evaluatedModules.getModuleById(path);
    if (module) evaluatedModules.invalidateModule(module);
    Object.assign(all.switch, off);
    const loaded = await super.importFile(path, source);
    if (turn.slip) Object.assign(all.switch, { activeMutant: turn.slip, hitCount: 0, hitLimit: HITS });
    else {
      all.switch.mutantCoverage ??= { static: {}, perTest: {} };
      all.switch.currentTestId = `${turn.test}#${AROUND}`;
    }
    return loaded;
  }

  override async onBeforeRunTask(test: Task) {
    const { turn } = this;
    if (this.failed || (turn?.only && !turn.only.includes(nameOf(test)))) test.mode = "skip";
    if (turn && !turn.slip) kept().switch.currentTestId = `${turn.test}#${nameOf(test)}`;
    await super.onBeforeRunTask(test);
  }

  override onAfterRunTask(test: Task) {
    super.onAfterRunTask(test);
    const { turn } = this;
    if (turn && !turn.slip) kept().switch.currentTestId = `${turn.test}#${AROUND}`;
    this.note(test);
  }

  override async onAfterRunSuite(suite: Suite) {
    await super.onAfterRunSuite(suite);
    this.note(suite);
  }

  override onAfterRunFiles(files?: File[]) {
    super.onAfterRunFiles();
    files?.forEach((file) => {
      this.note(file);
    });
    const { turn, failed } = this;
    if (!turn) return;
    const all = kept();
    const turned: Turned = { ...turn, failed, ms: Date.now() - this.began };
    if (turn.slip && failed) all.noticed.add(turn.slip);
    if (!turn.slip) {
      const its = Object.entries(all.switch.mutantCoverage?.perTest ?? {}).filter(([name]) =>
        name.startsWith(`${turn.test}#`),
      );
      turned.comesBy = Object.fromEntries(
        its.map(([name, slips]) => [name.slice(turn.test.length + 1), Object.keys(slips)]),
      );
      turned.atLoad = Object.keys(all.switch.mutantCoverage?.static ?? {});
    }
    Object.assign(all.switch, off);
    appendFileSync(process.env.SLIP_RESULTS as string, `${JSON.stringify(turned)}\n`);
  }

  private note(task: Task) {
    if (task.result?.state !== "fail") return;
    this.failed ??= `${task.name}: ${task.result.errors?.[0]?.message?.split("\n")[0] ?? ""}`;
  }
}
