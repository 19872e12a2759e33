import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import { isTaken } from "@/lib/tenancy/tenancy";
import type { FormState } from "./form";
import { Overlap } from "./shown";

/** What a form hears of a verb that was refused. @throws what is no refusal: a bug. */
export function explain(error: unknown): NonNullable<FormState> {
  if (error instanceof Overlap) return { errors: error.errors, message: error.message, shown: error.shown };
  if (error instanceof Refusal)
    return error.field
      ? { errors: { [error.field]: [error.message] }, message: error.message }
      : { message: error.message };
  if (isTaken(error)) return { message: "That is taken already in your shop." };
  throw error;
}

/** What a form hears of input that zod did not take: each message beside its field. */
export function badInput(error: z.ZodError): NonNullable<FormState> {
  const errors = new Map<string, string[]>();
  for (const { path, message } of error.issues) {
    const field = path.join(".");
    errors.set(field, [...(errors.get(field) ?? []), message]);
  }
  return { errors: Object.fromEntries(errors), message: "Please look at the marked fields." };
}
