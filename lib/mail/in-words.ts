type Kept = { status: string; problem: string | null; reply: string; attempts: number };

/** Whether it may be tried again: it has not gone out, and nothing is under way. */
export const isOver = ({ status }: Kept): boolean =>
  status === "failed" || status === "stopped" || status === "kept";

/** What became of a mail, in a few words. @param sent when it was, in words; for one that is. */
export function mailInWords(mail: Kept, sent: string): string {
  if (mail.status === "sent") return `Mailed ${sent}`;
  if (mail.status === "kept") return "Not sent: no mail server is set up";
  if (mail.status === "stopped")
    return mail.problem === "changed" ? "Not sent: the quote was changed first" : "Not sent: it was stopped";
  if (mail.status === "failed") return `Not delivered: ${why(mail)}`;
  return mail.attempts > 0 ? `Not delivered yet: ${why(mail)}. Trying again` : "On its way";
}

function why({ problem, reply }: Kept): string {
  const said = reply ? ` (${reply})` : "";
  if (problem === "refused") return `the mail server refuses it${said}`;
  if (problem === "file") return "the PDF could not be made";
  return `the mail server can't be reached${said}`;
}
