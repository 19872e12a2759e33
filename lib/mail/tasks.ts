import { z } from "zod";
import { type Attempt, forShop, forSystem, type Task } from "@/lib/tasks/task";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { keepCopy } from "./outbox";
import type { Attachment } from "./post";
import { canMail, deliver, type MailFile, Undelivered } from "./transport";

/** What is needed to make a file, read in the shop's transaction; made after it. Null when it is not what was to be sent any more. */
export type FileMaker = (
  db: Db,
  id: string,
  shop: string,
) => Promise<{ name: string; make: () => Promise<Uint8Array> } | null>;

/** What there is to note of a mail after an attempt. */
type Outcome =
  | { status: "sent"; sentAt: Date; problem: null; reply: "" }
  | { status: "kept" | "stopped"; problem: string | null; reply: "" }
  | { status: "waiting" | "failed"; problem: string; reply: string };

const Input = z.object({ id: z.uuid() });

/** A mail in one of these may still go out; `failed` is there for a dead task that is tried again. */
const open = { in: ["waiting", "failed"] as ("waiting" | "failed")[] };

/** Sends what is in `mails` and `system_mails`. @param makers of attachments, by kind. */
export const mailTasks = (makers: Record<string, FileMaker>): Task[] => [
  forShop({
    name: "mail.send",
    input: Input,
    run: async (within, { id }, attempt) => {
      const found = await within(async (db) => {
        const mail = await db.mail.findFirst({ where: { ...by("id", id).tenantId_id, status: open } });
        const wanted = mail?.attachment as Attachment | null | undefined;
        const file = wanted ? await makers[wanted.kind]?.(db, wanted.id, attempt.scope) : undefined;
        return mail && { mail, file };
      });
      if (!found) return;
      const { mail, file } = found;
      const note = (outcome: Outcome) =>
        within((db) =>
          db.mail.update({ where: by("id", id), data: { ...outcome, attempts: attempt.number } }),
        );
      if (mail.attachment && !file) {
        await note({ status: "stopped", problem: "changed", reply: "" });
        return;
      }
      if (!canMail()) {
        await keepCopy(attempt.scope, { ...mail, files: file ? [file.name] : [] });
        await note({ status: "kept", problem: null, reply: "" });
        return;
      }
      await attemptTo(attempt, note, async () => {
        const files: MailFile[] = file ? [{ name: file.name, bytes: await file.make() }] : [];
        await deliver({ ...mail, files });
      });
    },
  }),
  forSystem({
    name: "system_mail.send",
    input: Input,
    run: async (within, { id }, attempt) => {
      const mail = await within((db) =>
        db.systemMail.findFirst({ where: { id, shopId: null, status: open } }),
      );
      if (!mail) return;
      const note = (outcome: Outcome) =>
        within((db) =>
          db.systemMail.update({ where: { id }, data: { ...outcome, attempts: attempt.number } }),
        );
      if (!canMail()) await note({ status: "kept", problem: null, reply: "" });
      else await attemptTo(attempt, note, () => deliver({ ...mail, files: [] }));
    },
  }),
];

/** Tries to deliver and notes what came of it. @throws what was met, where another try may help. */
async function attemptTo(
  { last }: Attempt,
  note: (outcome: Outcome) => Promise<unknown>,
  send: () => Promise<void>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    const problem = error instanceof Undelivered ? error.problem : "file";
    const reply = error instanceof Undelivered ? error.reply : "";
    const over = last || problem === "refused";
    await note({ status: over ? "failed" : "waiting", problem, reply });
    if (problem === "refused") return;
    throw error;
  }
  await note({ status: "sent", sentAt: new Date(), problem: null, reply: "" });
}
