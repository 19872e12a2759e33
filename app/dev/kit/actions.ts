"use server";

import { notFound, redirect, unauthorized } from "next/navigation";
import type { FormState } from "@/lib/form";

/** Answers by the customer typed: "go" and "stay" redirect, "out" ends the session, "no" is refused, "bug" fails. */
export async function answerKit(_state: FormState, form: FormData): Promise<FormState> {
  if (process.env.NODE_ENV === "production") notFound();
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).map(String);
    if (!name.startsWith("$")) values[name] = texts.length > 1 ? texts : (texts[0] ?? "");
  }
  const customer = String(form.get("customer") ?? "").trim();
  if (customer === "go") redirect("/");
  if (customer === "stay") redirect("/dev/kit?saved=1");
  if (customer === "out") unauthorized();
  if (customer === "bug") throw new Error("A bug, on request");
  if (customer === "no") return { message: "This claim is already paid.", values };
  const errors: Record<string, string[]> = {};
  if (!customer) errors.customer = ["Please enter the customer's name."];
  if (form.get("phone") === "123") errors.phone = ["A US phone number has 10 digits; this one has 3."];
  if (Object.keys(errors).length > 0) return { errors, values };
  return { ok: true, message: `Saved ${customer}.` };
}
