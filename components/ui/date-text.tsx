import { dateIn, formatDate, formatMoment, formatTime, type IsoDate, timeIn } from "@/lib/dates";

/** A calendar day: "Tue, Mar 3"; the year shows when it differs from today's. */
export const DateText = ({ date, today }: { date: IsoDate; today: IsoDate }) => (
  <time dateTime={date} className="whitespace-nowrap tabular-nums">
    {formatDate(date, today)}
  </time>
);

type MomentProps = {
  at: Date;
  /** The shop's IANA time zone. */
  timeZone: string;
  now: Date;
};

/** An instant on the shop's own clock: "2:05 PM" today, "Tue, Mar 3, 2:05 PM" otherwise. */
export const MomentText = ({ at, timeZone, now }: MomentProps) => {
  const today = dateIn(timeZone, now);
  const isToday = dateIn(timeZone, at) === today;
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {isToday ? formatTime(timeIn(timeZone, at)) : formatMoment(timeZone, at, today)}
    </time>
  );
};
