import type { Attachment } from "@/lib/mail/post";
import type { Db, SystemDb } from "@/lib/tenancy/kernel";

type Row = { recipient: string; mailSubject: string; body: string; senderName: string; replyTo: string };

const posted = ({ recipient, mailSubject, body, senderName, replyTo }: Row) => ({
  to: recipient,
  subject: mailSubject,
  text: body,
  from: senderName,
  replyTo,
});

const oldestFirst = { orderBy: { id: "asc" } } as const;

/** The mails that a shop has posted, the oldest first, in the words of `postMail`. */
export const mailsPosted = async (db: Db) =>
  (await db.mail.findMany(oldestFirst)).map(({ attachment, ...row }) => ({
    ...posted(row),
    ...(attachment !== null && { attachment: attachment as Attachment }),
  }));

/** The installation's own mails. */
export const systemMailsPosted = async (db: SystemDb) =>
  (await db.systemMail.findMany(oldestFirst)).map(posted);
