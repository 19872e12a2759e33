import { refresh } from "next/cache";
import { notFound, redirect, unauthorized } from "next/navigation";
import type { z } from "zod";
import { personSignedIn } from "@/lib/auth/actor";
import type { Person } from "@/lib/auth/identity";
import type { FormState } from "@/lib/forms/form";
import { badInput, explain } from "@/lib/forms/form-answer";
import { readForm, typedValues } from "@/lib/forms/form-data";
import { isNotFound, type SystemDb, withSystem } from "@/lib/tenancy/tenancy";
import { idOf } from "./action";
import { noteStranger, pathAsked, requirePost } from "./door";
import { flash } from "./flash";

/**
 * The door of platform/, to read: for system administrators alone, and to everyone else a page that never was. `query` sees the
 * kernel's own tables and the shared rooms, such as the security log and the catalogue, and no shop's rows. Signed out goes to
 * sign-in and comes back; what `query` does not find is 404.
 */
export async function platform<Result>(query: (db: SystemDb) => Promise<Result>): Promise<Result> {
  const person = await personSignedIn();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(await pathAsked())}`);
  if (!person.systemAdmin) notFound();
  try {
    return await withSystem(query);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await noteStranger({ userId: person.userId }, error);
    notFound();
  }
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

type Action<Form extends z.ZodType, Result, Answer> = {
  /** Noun and verb, such as `part.edit`: the audit row's action. */
  name: string;
  form: Form;
  run: (db: SystemDb, input: z.output<Form>) => Promise<Result>;
  then: (result: Result, input: z.output<Form>) => Done<Answer>;
};

export type Answered<Answer> = NonNullable<FormState> & { answer?: Answer };

/**
 * The door of platform/, to write: for system administrators alone, zod, then one transaction of the kernel's with `run` and the
 * audit row, and only then the redirect. Bad input and refusals come back with what was typed; signed out is 401, everyone else and
 * what is not found 404.
 * @returns a server action to hand to a form.
 */
export function platformAction<Form extends z.ZodType, Result, Answer = never>({
  name,
  form,
  run,
  then,
}: Action<Form, Result, Answer>) {
  return async (_state: FormState, posted: FormData): Promise<Answered<Answer>> => {
    await requirePost([], posted);
    const person = await personSignedIn();
    if (!person) unauthorized();
    if (!person.systemAdmin) notFound();
    const values = typedValues(posted);
    const parsed = form.safeParse(readForm(posted));
    if (!parsed.success) return { values, ...badInput(parsed.error) };
    let done: Done<Answer>;
    try {
      done = await withSystem(async (db) => {
        const result = await run(db, parsed.data);
        const next = { subject: idOf(result), ...then(result, parsed.data) };
        if (!next.unchanged) await record(db, person, name, { input: parsed.data, ...next });
        return next;
      });
    } catch (error) {
      if (isNotFound(error)) {
        await noteStranger({ userId: person.userId }, error);
        notFound();
      }
      return { values, ...explain(error) };
    }
    if (done.answer !== undefined) return { ok: true, answer: done.answer };
    if (!done.to) {
      refresh();
      return { ok: true, message: done.message };
    }
    if (done.message) await flash("/platform", done.message);
    redirect(done.to);
  };
}

type Recorded = { subject?: string; detail?: object; input: unknown };

/** Writes who did what, in the transaction that did it: no audit row, no change. */
async function record(
  db: SystemDb,
  { userId, name }: Person,
  action: string,
  { subject, detail, input }: Recorded,
) {
  const kept = JSON.parse(JSON.stringify(detail ?? { input }));
  await db.platformEvent.create({ data: { userId, userName: name, action, subject, detail: kept } });
}
