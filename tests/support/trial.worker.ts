import { serveJobs } from "@/lib/workers/serve-jobs";

export type Trial = { say: unknown } | { do: "loop" | "throw" | "end" | "hoard" | "environment" };

/** What a job may do at its worst. */
serveJobs((trial: Trial) => {
  if ("say" in trial) return trial.say;
  const hoarded: number[][] = [];
  if (trial.do === "environment") return Object.keys(process.env).sort();
  if (trial.do === "throw") throw new Error("No good");
  if (trial.do === "end") process.exit(3);
  for (;;) if (trial.do === "hoard") hoarded.push(Array.from({ length: 10_000 }, (_, n) => n));
});
