import type { z } from "zod";
import type { FormState } from "@/lib/forms/form";
import { badInput, explain } from "@/lib/forms/form-answer";
import { readForm, typedValues } from "@/lib/forms/form-data";
import { type Asker, or404 } from "./door";

/** What the audit row keeps of a deed. */
type Entry = {
  /** Noun and verb, such as `claim.file`. */
  action: string;
  /** Id of what was acted on. */
  subject?: string;
  detail?: object;
  input: unknown;
};

/** Somebody whom a door has let in. */
export type Admitted<Handle, Who> = {
  /** As whom the verb acts. */
  who: Who;
  /** For the security log, when they name what is not theirs. */
  asker: Asker;
  /** Opens the one transaction in which they may act. */
  within: <Result>(work: (db: Handle) => Promise<Result>) => Promise<Result>;
  /** Writes who did what, in the transaction that did it: no audit row, no change. */
  record: (db: Handle, entry: Entry) => Promise<void>;
};

/** What a surface makes of what its verb has done, as far as the audit row goes. */
export type Told = {
  /** Id of what was acted on; that of the record which the verb returned when left out. */
  subject?: string;
  /** What the audit row keeps beside, or in place of, the input: each door says which. */
  detail?: object;
  /** Nothing was changed, so there is nothing to record. */
  unchanged?: boolean;
};

export type Deed<Form extends z.ZodType, Handle, Who, Result, Next extends Told> = {
  /** Noun and verb, such as `claim.file`: the audit row's action. */
  name: string;
  form: Form;
  /** A noun's verb, or a few of them: loads, decides, saves. */
  run: (db: Handle, input: z.output<Form>, who: Who) => Promise<Result>;
  /** What the surface makes of it: where to go, what to tell. */
  then: (result: Result, input: z.output<Form>) => Next;
};

/**
 * What all doors to write do once they have let somebody in: zod, then BEGIN; `run`, `then`, the audit row; COMMIT.
 * @returns what `then` made of it, or for the form: bad input and refusals, with what was typed. What is not found is 404.
 */
export async function perform<Form extends z.ZodType, Handle, Who, Result, Next extends Told>(
  { who, asker, within, record }: Admitted<Handle, Who>,
  { name, form, run, then }: Deed<Form, Handle, Who, Result, Next>,
  posted: FormData,
): Promise<{ done: Next; refused?: undefined } | { done?: undefined; refused: NonNullable<FormState> }> {
  const values = typedValues(posted);
  const parsed = await form.safeParseAsync(readForm(posted));
  if (!parsed.success) return { refused: { values, ...badInput(parsed.error) } };
  const input = parsed.data;
  const work = async (db: Handle) => {
    const result = await run(db, input, who);
    const done = then(result, input);
    const { subject = idOf(result), detail, unchanged } = done;
    if (!unchanged) await record(db, { action: name, subject, detail, input });
    return { done };
  };
  try {
    return await or404(asker, () => within(work));
  } catch (error) {
    return { refused: { values, ...explain(error) } };
  }
}

/** The id of the record that a verb returned, if it is one. */
const idOf = (result: unknown): string | undefined =>
  typeof result === "object" && result && "id" in result && typeof result.id === "string"
    ? result.id
    : undefined;
