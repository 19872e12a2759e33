import { expect, it, vi } from "vitest";
import { TooBusy, TookTooLong, WorkerFault } from "@/lib/workers/faults";
import { showFile } from "./file-answer";

it.each([
  ["too much to do", new TooBusy(), /Try again in a minute/],
  ["a process that looped", new TookTooLong(), /took too long/],
  ["a process that failed", new WorkerFault("inside: secret"), /^This file could not be made\.$/],
])("%s is told in a sentence that says nothing of the inside", async (_what, error, said) => {
  const answer = await showFile(() => Promise.reject(error));
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(await answer.text()).toMatch(said);
});

it("so is what a pool of another of the app's bundles threw, whose classes are copies", async () => {
  vi.resetModules();
  const { TooBusy: Other } = await import("@/lib/workers/faults");
  expect(new Other()).not.toBeInstanceOf(TooBusy);
  expect((await showFile(() => Promise.reject(new Other()))).status).toBe(503);
});

it("none is not found, and a bug stays a bug", async () => {
  expect((await showFile(async () => null)).status).toBe(404);
  await expect(showFile(() => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
});
