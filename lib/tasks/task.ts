import type { z } from "zod";
import { type Db, isUuid, type SystemDb, type TenantId, withSystem, withTenant } from "@/lib/tenancy/tenancy";

/** Which try of which task this is, and whose, as the database stamped it: the last one is followed by no other. */
export type Attempt = { id: string; scope: string; number: number; last: boolean };

/** What the worker does with the tasks of one name. */
export type Task = { name: string; run: (input: unknown, attempt: Attempt) => Promise<void> };

/** One transaction after another in the scope that enqueued a task, so that nothing slow happens inside of one. */
type Within<Handle> = <Result>(work: (db: Handle) => Promise<Result>) => Promise<Result>;

type Work<Form extends z.ZodType, Handle> = {
  /** Noun and verb, such as `mail.send`. */
  name: string;
  input: Form;
  /** May run twice for one task: a worker that dies between the work and the note of it leaves the task to the next. */
  run: (within: Within<Handle>, input: z.output<Form>, attempt: Attempt) => Promise<void>;
};

/** Work of one shop's, in that shop. Enqueued by anybody else it is refused. */
export function forShop<Form extends z.ZodType>({ name, input: form, run }: Work<Form, Db>): Task {
  return {
    name,
    run: async (input, attempt) => {
      const { scope } = attempt;
      if (!isUuid(scope)) throw new Error(`A task of a shop's was not enqueued by one: ${name}`);
      // The database took it from the signed context of who enqueued it.
      const tenantId = scope as TenantId;
      await run((work) => withTenant(tenantId, work), form.parse(input), attempt);
    },
  };
}

/** The installation's own work. Enqueued by a shop it is refused. */
export function forSystem<Form extends z.ZodType>({ name, input: form, run }: Work<Form, SystemDb>): Task {
  return {
    name,
    run: async (input, attempt) => {
      const { scope } = attempt;
      if (scope !== "system") throw new Error(`A task of the system's was enqueued by a shop: ${name}`);
      await run(withSystem, form.parse(input), attempt);
    },
  };
}

/**
 * Puts a task into the queue, in the caller's own transaction: what is rolled back was never enqueued.
 * @param input what it works on, by id; it is kept in the queue.
 */
export async function enqueue(db: Db | SystemDb, task: string, input: object): Promise<void> {
  await db.$queryRaw`select app.enqueue(${task}, ${JSON.stringify(input)}::jsonb)::text`;
}
