// Runs one task: node scripts/run.mjs <task> [arguments]. Needs nothing but Node, so that it can install the rest.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./tools/process/lock.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const stamp = join(modules, ".installed-lock");

/** Ends with a clear message on a Node release that the project does not run on; see `engines` in package.json. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
  if (good) return;
  console.error(
    `This needs Node 20.19 or later, 22.13 or later, or 24 and up. This is Node ${process.versions.node}.`,
  );
  process.exit(1);
}

const lockHash = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");

function dependenciesAreCurrent() {
  const npmsOwn = join(modules, ".package-lock.json");
  if (!existsSync(npmsOwn)) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash()) return true;
  const installedSince = statSync(npmsOwn).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
  if (installedSince) writeFileSync(stamp, lockHash());
  return installedSince;
}

/** Installs what package-lock.json names when node_modules is missing or older than it. */
async function installDependencies() {
  if (dependenciesAreCurrent()) return;
  await withLock(join(root, ".data", "install.lock"), async () => {
    if (dependenciesAreCurrent()) return;
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    console.log("· Installing dependencies (a minute or two, this first time)");
    const ticker = setInterval(() => console.log(`  still installing, ${seconds()} s`), 10_000);
    const npm = process.env.npm_execpath;
    const flags = ["ci", "--include=dev", "--loglevel=error"];
    const [command, args] = npm?.endsWith("js") ? [process.execPath, [npm, ...flags]] : ["npm", flags];
    const code = await finished(
      spawn(command, args, {
        cwd: root,
        stdio: "inherit",
        shell: command === "npm" && process.platform === "win32",
      }),
    );
    clearInterval(ticker);
    if (code !== 0) {
      console.error("The dependencies could not be installed; npm says why above.");
      process.exit(code);
    }
    writeFileSync(stamp, lockHash());
    console.log(`· Dependencies installed (${seconds()} s)`);
  });
}

/** Resolves to the child's exit code; a signal counts as 128 plus its number, as in a shell. */
function finished(child) {
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Runs scripts/<task>.ts, hands it our signals, and ends with its exit code. */
async function runTask(task, args) {
  const file = join(root, "scripts", `${task.replaceAll(":", "-")}.ts`);
  if (!existsSync(file)) {
    console.error(`There is no task called "${task}".`);
    process.exit(1);
  }
  const parent = new URL("./tools/process/with-parent.mjs", import.meta.url).href;
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", parent, "--import", "tsx", file, ...args],
    {
      cwd: root,
      env: { ...process.env, ENDS_WITH: String(process.pid) },
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm starts us through a shell, which dies of the signal that npm sends it and passes nothing on.
  const shell = process.ppid;
  const byNpm = process.env.npm_lifecycle_event !== undefined && process.platform !== "win32";
  if (byNpm) setInterval(() => process.ppid !== shell && child.kill("SIGTERM"), 500).unref();
  process.exit(await finished(child));
}

checkNode();
const [task = "start", ...args] = process.argv.slice(2);
await installDependencies();
await runTask(task, args);
