import type { Db } from "@/lib/tenancy/tenancy";

/** Writes who did what, in the transaction that did it: no audit row, no change. */
export async function audit(
  db: Db,
  actor: { userId: string | null; userName: string },
  event: { action: string; subject?: string; detail: unknown },
): Promise<void> {
  await db.auditEvent.create({
    data: {
      userId: actor.userId,
      userName: actor.userName,
      action: event.action,
      subject: event.subject,
      detail: JSON.parse(JSON.stringify(event.detail ?? {})),
    },
  });
}
