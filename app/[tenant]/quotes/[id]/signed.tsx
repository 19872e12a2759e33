import { Signature } from "@/components/glass/signature";
import { Card } from "@/components/ui/card";
import { formatMoment, type IsoDate } from "@/lib/dates";

type SignedProps = {
  signature: { name: string; drawing: string; email: string; signedAt: Date };
  timeZone: string;
  today: IsoDate;
};

/** Who accepted the quote on a screen of their own, and when. */
export const Signed = ({ signature: { name, drawing, email, signedAt }, timeZone, today }: SignedProps) => (
  <Card title="Accepted and signed">
    {drawing && <Signature path={drawing} label={`Signature of ${name}`} className="mb-2 h-20" />}
    <p className="font-medium">{name}</p>
    <p className="text-[0.8125rem] text-ink-soft">
      {formatMoment(timeZone, signedAt, today)}, {email ? `by the link mailed to ${email}` : "by a link"}
    </p>
  </Card>
);
