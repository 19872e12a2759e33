import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Trial } from "@/tests/support/trial.worker";
import { TooBusy, TookTooLong, WorkerFault } from "./faults";
import { WorkerPool } from "./pool";

const LONG = 600;
const open = (more: Partial<ConstructorParameters<typeof WorkerPool>[1]> = {}) =>
  new WorkerPool<Trial, unknown>("tests/support/trial.worker.ts", {
    workers: 1,
    seconds: LONG,
    megabytes: 64,
    waiting: 20,
    waitingOfOne: 10,
    ...more,
  });

describe("a pool of processes", { timeout: LONG * 1000 }, () => {
  it("answers with what its program makes of plain data, bytes among it", async () => {
    const said = { bytes: new Uint8Array([1, 2]), none: null };
    expect(await open().run({ say: said }, "a")).toEqual(said);
  });

  it("ends a job that loops, and does the next in a fresh process", async () => {
    const pool = open({ seconds: 1 });
    await expect(pool.run({ do: "loop" }, "a")).rejects.toThrow(TookTooLong);
    expect(await pool.run({ say: "next" }, "a")).toBe("next");
  });

  it.each(["throw", "end", "hoard"] as const)("outlives a job that does its worst: %s", async (worst) => {
    const pool = open();
    await expect(pool.run({ do: worst }, "a")).rejects.toThrow(WorkerFault);
    expect(await pool.run({ say: "next" }, "a")).toBe("next");
  });

  it("tells its processes no secret", async () => {
    process.env.TENANCY_KEY = "secret";
    const told = (await open().run({ do: "environment" }, "a")) as string[];
    expect(
      told.filter(
        (name) => !/^(NODE_ENV|PATH|TMPDIR|TEMP|PARENT|NODE_CHANNEL_\w+|ESBUILD_\w+|__\w+)$/.test(name),
      ),
    ).toEqual([]);
  });

  it("takes turns: who has many made does not hold up who has one", async () => {
    const pool = open();
    const done: string[] = [];
    const run = (turn: string) => pool.run({ say: turn }, turn).then(() => done.push(turn));
    await Promise.all([..."aaaabbc"].map(run));
    expect(done).toEqual([..."aabcaba"]);
  });

  it("gives nobody two processes at once, so that one is left for others", async () => {
    const pool = open({ workers: 2, seconds: 5 });
    await pool.run({ say: "warm" }, "b");
    const loops = [1, 2].map(() => pool.run({ do: "loop" }, "a").catch((error) => error));
    expect(await pool.run({ say: "b" }, "b")).toBe("b");
    for (const error of await Promise.all(loops)) expect(error).toBeInstanceOf(TookTooLong);
  });

  it("refuses what nobody would wait for, by one and in all", async () => {
    const pool = open({ waitingOfOne: 1, waiting: 2 });
    const taken = ["a", "a", "b"].map((turn) => pool.run({ say: turn }, turn));
    await expect(pool.run({ say: 1 }, "a")).rejects.toThrow(TooBusy);
    await expect(pool.run({ say: 1 }, "c")).rejects.toThrow(TooBusy);
    expect(await Promise.all(taken)).toEqual(["a", "a", "b"]);
  });

  it("lets the process that asks go on answering while a job loops", async () => {
    const pool = open({ workers: 2, seconds: 3 });
    const server = createServer((_request, response) => response.end("ok")).listen(0);
    await once(server, "listening");
    const order: string[] = [];
    const loops = ["a", "b"].map((turn) => pool.run({ do: "loop" }, turn).catch(() => order.push("ended")));
    const { port } = server.address() as AddressInfo;
    expect(await (await fetch(`http://localhost:${port}`)).text()).toBe("ok");
    order.push("answered");
    await Promise.all(loops);
    server.close();
    expect(order).toEqual(["answered", "ended", "ended"]);
  });

  it("leaves no process behind that loops when its parent is killed", async () => {
    const program = `
      const { Worker } = await import(${JSON.stringify(path.resolve("lib/workers/worker.ts"))});
      const worker = new Worker("tests/support/trial.worker.ts", { seconds: 600, megabytes: 64 });
      await worker.run({ say: 1 });
      void worker.run({ do: "loop" });
      console.log(worker.pid);`;
    const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(parent.stdout, "data");
    parent.kill("SIGKILL");
    const pid = Number(String(said));
    while (isAlive(pid)) await sleep(100);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
