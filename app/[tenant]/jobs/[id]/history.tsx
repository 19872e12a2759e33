import { Card } from "@/components/ui/card";
import { MomentText } from "@/components/ui/date-text";
import { Timeline } from "@/components/ui/timeline";
import { formatDate } from "@/lib/dates";
import { windowNames } from "../job";

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
          body: noteOf(detail, now),
        })),
        { key: "booked", title: "Booked", at: <MomentText at={bookedAt} timeZone={timeZone} now={now} /> },
      ]}
    />
  </Card>
);

/** Another feature's verb in words: `invoice.recordPayment` becomes "Invoice: record payment". */
function said(action: string): string {
  const [noun = "", verb = ""] = action.split(".");
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}: ${verb.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

function noteOf(detail: unknown, now: Date): string | undefined {
  const { input, day, window } = (detail ?? {}) as {
    input?: { reason?: string };
    day?: string;
    window?: string;
  };
  if (day) return `To ${formatDate(day, now.toISOString())}, ${windowNames[window ?? ""]?.toLowerCase()}`;
  return input?.reason;
}
