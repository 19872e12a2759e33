import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** When a process was born, in the kernel's count; null where there is no /proc, or when it is gone or a zombie. */
function birthOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return fields[0] === "Z" ? null : fields[19];
  } catch {
    return null;
  }
}

const hasProc = birthOf(process.pid) !== null;

/** Whether a process with this id lives, whoever owns it. */
export function isAlive(pid) {
  if (hasProc) return birthOf(pid) !== null;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** What the living holder of a lock file wrote into it, `{ pid, ...note }`, or null when nobody holds it. */
export function lockHolder(path) {
  try {
    const holder = JSON.parse(readFileSync(path, "utf8"));
    // In a restarted container another process soon has the same number, but not the same birth.
    return isAlive(holder.pid) && holder.born === birthOf(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

/** Takes the lock file and returns its release, or null when a living process holds it. */
export function takeLock(path, note = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ ...note, pid: process.pid, born: birthOf(process.pid) }), {
    mode: 0o600,
  });
  try {
    for (let attempt = 0; attempt < 2; attempt++) {
      // A hard link appears at once with its content, so that nobody reads a half-written lock.
      if (linked(mine, path)) return () => rmSync(path, { force: true });
      if (lockHolder(path)) return null;
      rmSync(path, { force: true });
    }
    return null;
  } finally {
    rmSync(mine, { force: true });
  }
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

/** Runs `work` alone among all processes that use this lock file, waiting for its turn. */
export async function withLock(path, work) {
  let release = takeLock(path);
  while (!release) {
    await sleep(200);
    release = takeLock(path);
  }
  try {
    return await work();
  } finally {
    release();
  }
}
