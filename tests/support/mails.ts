import type { Attachment } from "@/lib/mail/post";
import type { Db, SystemDb } from "@/lib/tenancy/kernel";

/** The mails that were posted, the oldest first, in the words of `postMail`. */
export async function mailsPosted(db: Db | SystemDb, kind: "mail" | "systemMail" = "mail") {
  const query = { orderBy: { id: "asc" } } as const;
  const rows =
    kind === "mail" ? await db.mail.findMany(query) : await (db as SystemDb).systemMail.findMany(query);
  return rows.map((row) => ({
    to: row.recipient,
    subject: row.mailSubject,
    text: row.body,
    from: row.senderName,
    replyTo: row.replyTo,
    ...("attachment" in row && row.attachment !== null && { attachment: row.attachment as Attachment }),
  }));
}
