import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { FormState } from "@/lib/forms/form";
import { type Db, withTenant } from "@/lib/tenancy/tenancy";
import { audit } from "./audit";
import { admitOrLeave, askerOf, type Gate, requirePost } from "./door";
import { flash } from "./flash";
import { type Admitted, type Deed, perform } from "./perform";

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

/**
 * The door to write for a shop's people: role and flag, then `perform`, and only then the redirect.
 * Signed out is 401; outsider, wrong role, feature off and another shop's id are one and the same 404.
 * @returns a server action to bind to the shop's slug and hand to a form.
 */
export function action<Form extends z.ZodType, Result>({
  feature,
  allow,
  ...deed
}: Gate & Deed<Form, Db, Actor, Result, Done>) {
  return async (tenant: string, _state: FormState, posted: FormData): Promise<FormState> => {
    await requirePost([tenant], posted);
    const actor = await admitOrLeave(tenant, { feature, allow }, "action");
    const { done, refused } = await perform(member(actor), deed, posted);
    if (refused) return refused;
    if (!done.to) {
      refresh();
      return { ok: true, message: done.message };
    }
    if (done.message) await flash(`/${actor.slug}`, done.message);
    redirect(`/${actor.slug}${done.to}`);
  };
}

const member = (actor: Actor): Admitted<Db, Actor> => ({
  who: actor,
  asker: askerOf(actor),
  within: (work) => withTenant(actor.tenantId, work),
  record: (db, { action, subject, detail, input }) =>
    audit(db, actor, { action, subject, detail: { input, ...detail } }),
});
