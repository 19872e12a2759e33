import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { dataFolder, root } from "../process/paths.ts";
import { say } from "../process/progress.ts";
import { type Slip, whyEquivalent } from "./mutants.ts";
import { testsThatReach } from "./tests-that-reach.ts";
import { AROUND, type Turn, type Turned } from "./turns.ts";

type Env = Record<string, string>;
type Found = Omit<Slip, "noticed" | "because"> & { id: string; key: string };
type Options = { all?: boolean; remember?: boolean; every?: number };

/** Tests of one kind play the same things around the code, so they can share what is loaded once. */
const kinds = ["app/[tenant]/", "lib/", "app/platform/", "app/(public)/"];

/** Slips to try with the tests of one kind, before the next kind tries what is left of them. */
const AT_ONCE = 60;

const folder = join(dataFolder, "slips");

/** What came of every turn of every run, so that a run that was cut off goes on where it was. */
const results = join(folder, "results.jsonl");

const read = (file: string) => readFileSync(join(root, file), "utf8");

const hash = (...parts: unknown[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);

const silent = new Proxy({}, { get: () => () => false }) as never;

/** All slips of the files, and the files with all of them in, each behind a switch. */
async function breakAll(files: string[], all: boolean) {
  const sources = files.map((name) => ({ name, content: read(name), mutate: true }));
  const { files: broken, mutants } = await new Instrumenter(silent).instrument(sources, {
    plugins: null,
    ignorers: [],
    excludedMutations: all ? [] : ["StringLiteral"],
  });
  const slips = mutants
    .filter(({ status }) => status !== "Ignored")
    .map(({ id, fileName: file, location, replacement = "" }): Found => {
      const { line, column } = location.start;
      const text = read(file).split("\n")[line]?.trim() ?? "";
      const key = hash(file, read(file), location, replacement);
      return { id, key, file, line: line + 1, column, text, replacement };
    });
  return { slips, sources: Object.fromEntries(broken.map(({ name, content }) => [name, content])) };
}

const turnedBefore = (): Turned[] =>
  existsSync(results)
    ? readFileSync(results, "utf8")
        .split("\n")
        .filter((line) => line.endsWith("}"))
        .map((line) => JSON.parse(line))
    : [];

let runs = 0;

/** Runs turns in a process of its own. @returns what came of each that ran. */
async function runTurns(turns: Omit<Turn, "run">[], sources: string, env: Env): Promise<Turned[]> {
  if (turns.length === 0) return [];
  const run = `${process.pid}-${Date.now()}-${runs++}`;
  const list = join(folder, `${run}.turns`);
  writeFileSync(list, JSON.stringify(turns.map((turn) => ({ ...turn, run }))));
  const flags = ["--conditions=react-server", "--import", "tsx", "scripts/tools/trade/slip-worker.ts"];
  const files = { SLIP_TURNS: list, SLIP_RESULTS: results, SLIP_SOURCES: sources };
  const child = spawn(process.execPath, flags, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env, ...files, NODE_ENV: "test" },
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  rmSync(list);
  const done = turnedBefore().filter((one) => one.run === run);
  const noticed = new Set(done.filter(({ slip, failed }) => slip && failed).map(({ slip }) => slip));
  const ran = new Set(done.map(({ slip, test }) => `${slip} ${test}`));
  const missing = turns.find(({ slip, test }) => !noticed.has(slip) && !ran.has(`${slip} ${test}`));
  // What did not run would pass for what nobody noticed.
  if (code !== 0 || missing)
    throw new Error(
      `Slips were not tried to the end (${missing?.test}). Start again: it goes on where it was.`,
    );
  return done;
}

/** Which slips each test comes by, with nothing broken. A test that fails so tells nothing, and is left out. */
async function look(tests: string[], sources: string, envs: Env[]) {
  const seen: Turned[] = [];
  const left = kinds.map((kind) => tests.filter((test) => test.startsWith(kind)));
  const work = async (env: Env) => {
    for (let some = left.shift(); some; some = left.shift())
      seen.push(
        ...(await runTurns(
          some.map((test) => ({ slip: null, key: "", test })),
          sources,
          env,
        )),
      );
  };
  await Promise.all(envs.map(work));
  for (const { test, failed } of seen.filter((one) => one.failed)) say(`Left out: ${test}: ${failed}`);
  for (const test of tests.filter((test) => !seen.some((one) => one.test === test))) say(`Not run: ${test}`);
  const good = seen.filter(({ failed }) => !failed).sort((one, other) => one.ms - other.ms);
  const turnsOf = (id: string) =>
    good.flatMap(({ test, comesBy = {} }) => {
      const names = Object.keys(comesBy).filter((name) => comesBy[name]?.includes(id));
      if (names.length === 0) return [];
      return names.includes(AROUND) ? { test } : { test, only: names };
    });
  return {
    turnsOf,
    atLoad: new Set(seen.flatMap((one) => one.atLoad ?? [])),
  };
}

/**
 * Puts slips into the verbs and runs the tests that come by each, the fastest first, until one fails. Each process loads the code once,
 * with all slips in it, and switches them on one after the other. What was noticed before is remembered, while neither the file nor the
 * test that noticed changed.
 * @param envs a database for each process that runs at a time. @param every tries each so-manieth slip of all files only
 */
export async function tryVerbSlips(files: string[], envs: Env[], options: Options = {}): Promise<Slip[]> {
  const { all = false, remember = true, every = 1 } = options;
  mkdirSync(folder, { recursive: true });
  const { slips, sources: broken } = await breakAll(files, all);
  const sources = join(folder, `${process.pid}.sources`);
  writeFileSync(sources, JSON.stringify(broken));
  const tests = testsThatReach(files);
  const proof = new Map(tests.map((test) => [test, hash(read(test))]));
  const { turnsOf, atLoad } = await look(tests, sources, envs);
  // What runs only as a module loads is done before a slip is switched on.
  const wanted = slips
    .filter(({ id }) => turnsOf(id).length > 0 || !atLoad.has(id))
    .filter((_slip, index) => index % every === 0);
  say(`${wanted.length} slips${every > 1 ? `, a sample: one in ${every}` : ""}`);
  const noticed = new Set<string>();
  if (remember)
    for (const { key, test, failed, proof: then } of turnedBefore())
      if (key && failed && then === proof.get(test)) noticed.add(key);
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    for (const kind of kinds) {
      const turns = some
        .filter(({ key }) => !noticed.has(key))
        .map(({ id, key }) =>
          turnsOf(id)
            .filter(({ test }) => test.startsWith(kind))
            .map((turn) => ({ ...turn, slip: id, key, proof: proof.get(turn.test) })),
        );
      const mine = (worker: number) => turns.filter((_turn, index) => index % envs.length === worker).flat();
      const done = await Promise.all(envs.map((env, worker) => runTurns(mine(worker), sources, env)));
      for (const { key, failed } of done.flat()) if (failed) noticed.add(key);
    }
    const tried = wanted.slice(0, from + AT_ONCE);
    say(
      `${tried.length} of ${wanted.length} tried, ${tried.filter(({ key }) => noticed.has(key)).length} noticed`,
    );
  }
  rmSync(sources);
  return wanted.map(({ id: _id, key, ...slip }) => ({
    ...slip,
    noticed: noticed.has(key),
    because: noticed.has(key) ? null : whyEquivalent(slip),
  }));
}
