/** A moment as system administrators read it: shops lie in many time zones. */
export const Utc = ({ at }: { at: Date }) => (
  <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
    {at.toISOString().replace("T", " ").slice(0, 19)}
  </time>
);
