// Runs one Postgres server and outlives whoever asked for it just long enough to stop it cleanly. Started detached, so
// that Ctrl-C reaches the app first: the server goes last. Job, as JSON in argv: { command, args, uid, gid, env, remove }.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const job = JSON.parse(process.argv[2]);
const server = spawn(job.command, job.args, {
  cwd: "/",
  env: job.env,
  stdio: ["ignore", "inherit", "inherit"],
  ...(job.uid === undefined ? {} : { uid: job.uid, gid: job.gid }),
});

let stopping = false;
/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill("SIGINT");
  setTimeout(() => server.kill("SIGQUIT"), 20_000).unref();
}

function leave(code) {
  if (job.remove) rmSync(job.remove, { recursive: true, force: true });
  process.exit(code);
}

server.on("error", (error) => {
  console.error(error.message);
  leave(1);
});
server.on("exit", (code) => leave(code ?? 1));
process.on("message", (message) => message === "stop" && stop());
process.on("disconnect", stop);
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
