import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { FormState } from "@/lib/forms/form";
import { badInput, explain } from "@/lib/forms/form-answer";
import { readForm, typedValues } from "@/lib/forms/form-data";
import { type Db, isNotFound, withTenant } from "@/lib/tenancy/tenancy";
import { audit } from "./audit";
import { admitOrLeave, type Gate, noteStranger, requirePost } from "./door";
import { flash } from "./flash";

/** What a surface makes of what its verb has done. */
export type Done = {
  /** Id of what was acted on, for the audit row; that of the record which the verb returned when left out. */
  subject?: string;
  /** Where to go in this shop, such as `/jobs/…`; none stays on the page. */
  to?: string;
  /** What to tell the person. */
  message?: string;
  /** What else the audit row keeps; the input is there already. */
  detail?: object;
};

type Action<Form extends z.ZodType, Result> = Gate & {
  /** Noun and verb, such as `claim.file`: the audit row's action. */
  name: string;
  form: Form;
  /** A noun's verb, or a few of them: loads, decides, saves. */
  run: (db: Db, input: z.output<Form>, actor: Actor) => Promise<Result>;
  /** Where to go and what to tell, once that is done. */
  then: (result: Result, input: z.output<Form>) => Done;
};

/** The id of the record that a verb returned, if it is one. */
export const idOf = (result: unknown): string | undefined =>
  typeof result === "object" && result && "id" in result && typeof result.id === "string"
    ? result.id
    : undefined;

/**
 * The door to write: role, flag, zod, then BEGIN; `run`, `then`, the audit row; COMMIT; and only then the redirect.
 * Bad input and refusals come back with what was typed; signed out is 401; stranger, wrong role, feature off and another shop's id are one and the same 404.
 * @returns a server action to bind to the shop's slug and hand to a form.
 */
export function action<Form extends z.ZodType, Result>({
  name,
  form,
  run,
  then,
  ...gate
}: Action<Form, Result>) {
  return async (tenant: string, _state: FormState, posted: FormData): Promise<FormState> => {
    await requirePost([tenant], posted);
    const actor = await admitOrLeave(tenant, gate, "action");
    const values = typedValues(posted);
    const parsed = await form.safeParseAsync(readForm(posted));
    if (!parsed.success) return { values, ...badInput(parsed.error) };
    let done: Done;
    try {
      done = await withTenant(actor.tenantId, async (db) => {
        const result = await run(db, parsed.data, actor);
        const { subject = idOf(result), detail, ...rest } = then(result, parsed.data);
        await audit(db, actor, { action: name, subject, detail: { input: parsed.data, ...detail } });
        return rest;
      });
    } catch (error) {
      if (isNotFound(error)) {
        await noteStranger({ userId: actor.userId, actorTenantId: actor.tenantId }, error);
        notFound();
      }
      return { values, ...explain(error) };
    }
    if (!done.to) {
      refresh();
      return { ok: true, message: done.message };
    }
    if (done.message) await flash(`/${actor.slug}`, done.message);
    redirect(`/${actor.slug}${done.to}`);
  };
}
