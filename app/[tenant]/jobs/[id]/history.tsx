import { Card } from "@/components/ui/card";
import { MomentText } from "@/components/ui/date-text";
import { Timeline } from "@/components/ui/timeline";

const titles: Record<string, string> = {
  "job.dispatch": "Dispatched",
  "job.depart": "En route",
  "job.start": "Work started",
  "job.complete": "Completed",
  "job.reopen": "Reopened",
  "job.incomplete": "Incomplete",
  "job.noShow": "No-show",
  "job.putBack": "Back to scheduled",
  "job.reschedule": "Rescheduled",
  "job.cancel": "Cancelled",
  "job.notes": "Notes edited",
  "invoice.create": "Invoice created",
  "invoice.recordPayment": "Payment recorded",
  "invoice.voidPayment": "Payment void",
  "invoice.void": "Invoice void",
  "claim.file": "Claim filed",
  "claim.correct": "Claim edited",
  "claim.withdraw": "Claim withdrawn",
  "dispatch.assign": "Technician assigned",
  "dispatch.unassign": "Technician unassigned",
};

type Event = { id: string; at: Date; userName: string; action: string; detail: unknown };
type HistoryProps = { events: Event[]; bookedAt: Date; timeZone: string; now: Date };

/** What happened to a job, from the audit rows; the latest first. */
export const History = ({ events, bookedAt, timeZone, now }: HistoryProps) => (
  <Card title="History" className="print:hidden">
    <Timeline
      items={[
        ...events.map(({ id, at, userName, action, detail }) => ({
          key: id,
          title: titles[action] ?? said(action),
          at: <MomentText at={at} timeZone={timeZone} now={now} />,
          by: userName,
          body: noteOf(detail),
        })),
        { key: "booked", title: "Booked", at: <MomentText at={bookedAt} timeZone={timeZone} now={now} /> },
      ]}
    />
  </Card>
);

/** Another feature's verb in words: `recall.order` becomes "Recall: order". */
function said(action: string): string {
  const [noun = "", verb = ""] = action.split(".");
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}: ${verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

/** What a verb noted for the record, or the reason that was given for it. */
function noteOf(detail: unknown): string | undefined {
  const { note, input } = (detail ?? {}) as { note?: string; input?: { reason?: string } };
  return note ?? input?.reason;
}
