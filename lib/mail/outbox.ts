import { type Db, type SystemDb, withSystem } from "@/lib/tenancy/tenancy";
import type { About } from "./post";

type Copied = {
  id: string;
  createdAt: Date;
  recipient: string;
  mailSubject: string;
  body: string;
  senderName: string;
  replyTo: string;
  files: string[];
};

/** Puts a copy of a shop's mail where system administrators read it: without a mail server that is where it stays. */
export async function keepCopy(shopId: string, mail: Copied): Promise<void> {
  const { id, createdAt, recipient, mailSubject, body, senderName, replyTo, files } = mail;
  const kept = { createdAt, recipient, mailSubject, body, senderName, replyTo, files };
  const data = { id, ...kept, shopId, status: "kept" as const };
  await withSystem((db) => db.systemMail.createMany({ data, skipDuplicates: true }));
}

/** The mails of the installation and the copies of shops', the newest first, with the shops' names, and how many there are. */
export async function listMails(db: SystemDb, { skip, take }: { skip: number; take: number }) {
  const rows = await db.systemMail.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip,
    take,
    omit: { body: true },
  });
  const total = await db.systemMail.count();
  const shops = await db.tenant.findMany({
    where: { id: { in: rows.flatMap(({ shopId }) => shopId ?? []) } },
    select: { id: true, name: true },
  });
  const shopName = (id: string | null) => shops.find((shop) => shop.id === id)?.name;
  return { total, rows: rows.map((row) => ({ ...row, shop: shopName(row.shopId) })) };
}

/** One of those mails. @throws NotFound */
export async function mailOf(db: SystemDb, id: string) {
  const mail = await db.systemMail.findUniqueOrThrow({ where: { id } });
  const shop = mail.shopId && (await db.tenant.findUnique({ where: { id: mail.shopId } }));
  return { ...mail, shop: shop ? shop.name : undefined };
}

/** The mails about one record, the newest first, 20 at most. */
export const mailsAbout = (db: Db, { kind, id }: About) =>
  db.mail.findMany({
    where: { aboutKind: kind, aboutId: id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
    omit: { body: true },
  });
