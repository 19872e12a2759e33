import { refresh } from "next/cache";
import { notFound, redirect, unauthorized } from "next/navigation";
import type { z } from "zod";
import { personSignedIn } from "@/lib/auth/actor";
import type { Person } from "@/lib/auth/identity";
import type { FormState } from "@/lib/forms/form";
import { type SystemDb, withSystem } from "@/lib/tenancy/tenancy";
import { or404, pathAsked, requirePost } from "./door";
import { flash } from "./flash";
import { type Admitted, type Deed, perform } from "./perform";

/**
 * The door of platform/, to read: for system administrators alone, and to everyone else a page that never was. `query` sees the
 * kernel's own tables and the shared rooms, such as the security log and the catalog, and no shop's rows. Signed out goes to
 * sign-in and comes back; what `query` does not find is 404.
 */
export async function platform<Result>(query: (db: SystemDb) => Promise<Result>): Promise<Result> {
  const person = await personSignedIn();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(await pathAsked())}`);
  if (!person.systemAdmin) notFound();
  return or404({ userId: person.userId }, () => withSystem(query));
}

/** What a page of platform/ makes of what its verb has done. */
type Done<Answer> = {
  /** Id of what was acted on, for the audit row; that of the record which the verb returned when left out. */
  subject?: string;
  /** What the audit row keeps; the input when left out. */
  detail?: object;
  /** Nothing was changed, so there is nothing to record. */
  unchanged?: boolean;
  /** Where to go, such as `/platform/catalog`; none stays on the page. */
  to?: string;
  /** What to tell the person. */
  message?: string;
  /** For a page that asks by itself: handed back as it is, and the page is not drawn anew. */
  answer?: Answer;
};

export type Answered<Answer> = NonNullable<FormState> & { answer?: Answer };

/**
 * The door of platform/, to write: for system administrators alone, then `perform` as the kernel, and only then the redirect. Signed out
 * is 401, everyone else and what is not found 404.
 * @returns a server action to hand to a form.
 */
export function platformAction<Form extends z.ZodType, Result, Answer = never>(
  deed: Deed<Form, SystemDb, Person, Result, Done<Answer>>,
) {
  return async (_state: FormState, posted: FormData): Promise<Answered<Answer>> => {
    await requirePost([], posted);
    const person = await personSignedIn();
    if (!person) unauthorized();
    if (!person.systemAdmin) notFound();
    const { done, refused } = await perform(administrator(person), deed, posted);
    if (refused) return refused;
    if (done.answer !== undefined) return { ok: true, answer: done.answer };
    if (!done.to) {
      refresh();
      return { ok: true, message: done.message };
    }
    if (done.message) await flash("/platform", done.message);
    redirect(done.to);
  };
}

const administrator = (person: Person): Admitted<SystemDb, Person> => ({
  who: person,
  asker: { userId: person.userId },
  within: withSystem,
  record: async (db, { action, subject, detail, input }) => {
    const kept = JSON.parse(JSON.stringify(detail ?? { input }));
    await db.platformEvent.create({
      data: { userId: person.userId, userName: person.name, action, subject, detail: kept },
    });
  },
});
