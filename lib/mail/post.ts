import { enqueue } from "@/lib/tasks/task";
import { by, type Db, type SystemDb } from "@/lib/tenancy/tenancy";

/** @param from a name to write before the installation's address, such as a shop's. */
export type Mail = { to: string; subject: string; text: string; from?: string; replyTo?: string };

/** What a shop's mail is about: a kind of record, such as `quote`, and its id. */
export type About = { kind: string; id: string };

/** A file to be made when the mail goes out: of which kind, such as `quote.pdf`, and of what. */
export type Attachment = { kind: string; id: string };

const columns = ({ to, subject, text, from = "", replyTo = "" }: Mail) => ({
  recipient: to,
  mailSubject: subject,
  body: text,
  senderName: from,
  replyTo,
});

/** Keeps a mail of the shop's and has it sent in the background, once the transaction has committed. */
export async function postMail(
  db: Db,
  mail: Mail & { about: About; attachment?: Attachment },
): Promise<{ id: string }> {
  const { about, attachment } = mail;
  const { id } = await db.mail.create({
    data: { ...columns(mail), aboutKind: about.kind, aboutId: about.id, ...(attachment && { attachment }) },
    select: { id: true },
  });
  await enqueue(db, "mail.send", { id });
  return { id };
}

/** Keeps a mail of the installation's own and has it sent in the background, once the transaction has committed. */
export async function postSystemMail(db: SystemDb, mail: Mail): Promise<{ id: string }> {
  const { id } = await db.systemMail.create({ data: columns(mail), select: { id: true } });
  await enqueue(db, "system_mail.send", { id });
  return { id };
}

/** A mail that has not gone out goes into the queue once more. One that waits or is sent stays as it is. @throws NotFound */
export async function tryMailAgain(db: Db, id: string) {
  const mail = await db.mail.findUniqueOrThrow({ where: by("id", id) });
  const { count } = await db.mail.updateMany({
    where: { id, status: { in: ["failed", "kept", "stopped"] } },
    data: { status: "waiting", attempts: 0, problem: null, reply: "" },
  });
  if (count > 0) await enqueue(db, "mail.send", { id });
  return mail;
}

/** See `tryMailAgain`. @throws NotFound */
export async function trySystemMailAgain(db: SystemDb, id: string) {
  const mail = await db.systemMail.findUniqueOrThrow({ where: { id } });
  const { count } = await db.systemMail.updateMany({
    where: { id, shopId: null, status: { in: ["failed", "kept"] } },
    data: { status: "waiting", attempts: 0, problem: null, reply: "" },
  });
  if (count > 0) await enqueue(db, "system_mail.send", { id });
  return mail;
}

/** A mail that still waits is not sent. One that has gone out can't be called back, and stays as it is. */
export async function stopMail(db: Db, id: string): Promise<void> {
  await db.mail.updateMany({ where: { id, status: "waiting" }, data: { status: "stopped" } });
}
