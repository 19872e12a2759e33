// Preloaded into child processes: when the parent is gone, even by kill -9, the child ends as if asked to. Workers that
// the child starts inherit the preload, not the parent: their channels are none of our business.
if (process.channel && process.env.ENDS_WITH === String(process.ppid)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
