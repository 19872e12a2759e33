import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import { formatDate, type IsoDate } from "@/lib/dates";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";

type WaitingNoteProps = { tenant: string; waiting: PreviewDesk["waiting"]; today: IsoDate };

/** Says that what the pages of pricing show is not what is quoted by today. Nothing where no version waits. */
export const WaitingNote = ({ tenant, waiting, today }: WaitingNoteProps) =>
  waiting && (
    <div className="mb-5">
      <Callout
        title={`New prices wait for ${formatDate(waiting.effectiveFrom, today)}`}
        action={
          <AppLink href={`/${tenant}/pricing/history/${waiting.id}`} className="font-medium underline">
            See version {waiting.number}
          </AppLink>
        }
      >
        You see and change those here. Until that day quotes are made with today's prices.
      </Callout>
    </div>
  );
