import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/scripts/tools/process/ports";

const places = [
  "/usr/sbin/pgbouncer",
  "/usr/bin/pgbouncer",
  "/usr/local/bin/pgbouncer",
  "/opt/homebrew/bin/pgbouncer",
];

/** Where PgBouncer is installed, or undefined. */
export const pgbouncerBinary = places.find((place) => existsSync(place));

/** Starts PgBouncer in transaction mode before a database, with `servers` connections to it. @returns its address for the same role. */
export async function startPgbouncer(
  appUrl: string,
  servers: number,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const target = new URL(appUrl);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "bastionglass-pgbouncer-"));
  chmodSync(folder, 0o755);
  const name = target.pathname.slice(1);
  const config = join(folder, "pgbouncer.ini");
  writeFileSync(
    config,
    `[databases]
${name} = host=${target.hostname} port=${target.port} dbname=${name} user=${target.username} password=${target.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${servers}
max_client_conn = 200
ignore_startup_parameters = extra_float_digits,options
`,
  );
  // PgBouncer will not run as root; the file holds the password of a database that lives as long as the test.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const bouncer = spawn(pgbouncerBinary as string, [config], { stdio: "ignore", ...nobody });
  await reachable(port, bouncer);
  const url = new URL(appUrl);
  [url.hostname, url.port] = ["127.0.0.1", String(port)];
  return {
    url: url.href,
    stop: async () => {
      bouncer.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function reachable(port: number, bouncer: ChildProcess): Promise<void> {
  while (bouncer.exitCode === null) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("close", () => socket.destroy()).end();
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error("PgBouncer did not start");
}
