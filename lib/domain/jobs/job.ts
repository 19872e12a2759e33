import { z } from "zod";
import { dayFault } from "@/lib/date-range";
import { dayOf } from "@/lib/dates";
import { choice, date, id, optionalLines, shown, text } from "@/lib/forms/fields";
import { Refusal } from "@/lib/refusal";

export type JobStatus =
  | "scheduled"
  | "dispatched"
  | "en_route"
  | "in_progress"
  | "incomplete"
  | "no_show"
  | "completed"
  | "invoiced"
  | "partially_paid"
  | "paid"
  | "closed"
  | "cancelled"
  | "void";

type Move = { from: readonly JobStatus[]; to: JobStatus; atShop?: readonly JobStatus[]; mobileOnly?: true };

// A work order's life, as shop systems know it. At the shop nobody drives, so a dispatched job starts right away.
const moves = {
  dispatch: { from: ["scheduled"], to: "dispatched" },
  depart: { from: ["dispatched"], to: "en_route", mobileOnly: true },
  start: { from: ["en_route"], atShop: ["dispatched"], to: "in_progress" },
  complete: { from: ["in_progress"], to: "completed" },
  interrupt: { from: ["in_progress"], to: "incomplete" },
  reopen: { from: ["completed"], to: "in_progress" },
  noShow: { from: ["en_route"], atShop: ["dispatched"], to: "no_show" },
  putBack: { from: ["dispatched", "en_route", "incomplete", "no_show"], to: "scheduled" },
  reschedule: { from: ["scheduled", "dispatched", "en_route", "incomplete", "no_show"], to: "scheduled" },
  cancel: { from: ["scheduled", "dispatched", "incomplete", "no_show"], to: "cancelled" },
} as const satisfies Record<string, Move>;

export type Verb = keyof typeof moves;

type Movable = { status: JobStatus; place: string };

/** @returns whether a job in this state, at this place, can take this step. */
export function may(verb: Verb, { status, place }: Movable): boolean {
  const move: Move = moves[verb];
  if (move.mobileOnly && place !== "mobile") return false;
  return move.from.includes(status) || (place !== "mobile" && (move.atShop?.includes(status) ?? false));
}

/** @returns the state that a step leads to. @throws Refusal where the job's state does not allow it. */
export function stateAfter(verb: Verb, job: Movable): JobStatus {
  if (may(verb, job)) return moves[verb].to;
  throw new Refusal(`This job is ${statusName(job.status).toLowerCase()} by now, so that is not possible.`);
}

/** The step that a job most likely takes next; null when it waits for no one on the floor. */
export function nextVerb(job: Movable): Verb | null {
  const usual: Verb[] = ["dispatch", "depart", "start", "complete"];
  if (job.status === "incomplete" || job.status === "no_show") return "reschedule";
  return usual.find((verb) => may(verb, job)) ?? null;
}

/** A state as people say it. */
export function statusName(status: JobStatus): string {
  if (status === "no_show") return "No-show";
  const words = status.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const timeWindows = ["am", "pm", "day"] as const;

export const interruptions = ["Wrong part", "Part broken", "Weather", "Rust on the pinchweld"];

export const OneJob = z.object({ id });
export const Interruption = z.object({ id, reason: text("what stopped the work") });
export const Cancellation = z.object({
  id,
  reason: z.string().default("").pipe(z.string().min(1, "Choose why it is cancelled.").max(200)),
});
export const Notes = z.object({ id, shown, notes: optionalLines() });
export const NewDate = z.object({
  id,
  scheduledOn: date("visit"),
  timeWindow: choice(timeWindows, "Choose a part of the day."),
});

/** @param today midnight UTC of the shop's current day. @throws Refusal for a day that is over, or too far away */
export function requireComing(scheduledOn: Date, today: Date): void {
  const fault = dayFault(dayOf(scheduledOn), "visit", dayOf(today));
  if (fault) throw new Refusal(fault, "scheduledOn");
}

/** The list's tabs; every state but none twice, `today` cutting across. */
export const tabs = {
  upcoming: ["scheduled", "dispatched", "incomplete", "no_show"],
  progress: ["en_route", "in_progress"],
  invoice: ["completed"],
  done: ["invoiced", "partially_paid", "paid", "closed"],
  cancelled: ["cancelled", "void"],
} satisfies Record<string, JobStatus[]>;

export type JobTab = keyof typeof tabs | "today" | "all";

/** @returns the tab that a URL names; the upcoming jobs where it names none. */
export function tabOf(name: string): JobTab {
  return Object.hasOwn(tabs, name) || name === "today" || name === "all" ? (name as JobTab) : "upcoming";
}
