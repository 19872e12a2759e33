import { z } from "zod";
import { dayFault } from "@/lib/date-range";
import { dayOf } from "@/lib/dates";
import { date, id, money, optionalText, shown, text } from "@/lib/forms/fields";
import { Refusal } from "@/lib/refusal";
import { stateCodes } from "@/lib/states";

const details = {
  insurerId: id.refine((value) => value !== "", "Choose an insurer."),
  policyholder: text("the policyholder's name"),
  policyNumber: text("the policy number", 60),
  claimNumber: optionalText(60),
  lossDate: date("loss"),
  lossState: z
    .string()
    .default("")
    .refine((code) => stateCodes.includes(code), "Choose the state where it happened."),
  cause: z.string().default("").pipe(z.string().min(1, "Choose what caused the damage.").max(200)),
  deductibleCents: money(10_000_00),
};

export const NewClaim = z.object({ jobId: id, ...details });
export const EditClaim = z.object({ id, shown, ...details });
export const claimNames = Object.keys(details);
export const OneClaim = z.object({ id });

/** @param today midnight UTC of the shop's current day. @throws Refusal for a loss that is still to come, or too long ago */
export function requirePast(lossDate: Date, today: Date): void {
  const fault = dayFault(dayOf(lossDate), "loss", dayOf(today));
  if (fault) throw new Refusal(fault, "lossDate");
}

type Claimed = { status: string; claims: { status: string }[] };

/** @throws Refusal where the job is off, or has a claim that stands. */
export function requireClaimable({ status, claims }: Claimed): void {
  if (status === "cancelled" || status === "void")
    throw new Refusal("This job is cancelled: there is nothing to claim.");
  if (claims.some((claim) => claim.status !== "cancelled"))
    throw new Refusal("This job has a claim already.");
}

/** A claim's state as people say it. */
export function statusName(status: string): string {
  return status === "cancelled" ? "Withdrawn" : "Reported";
}
