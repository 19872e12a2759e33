import { Button } from "@/components/ui/buttons/button";
import { Spinner } from "@/components/ui/spinner";
import { differenceText, sumOf } from "@/lib/domain/pricing/preview/replay";
import { TRIED_QUOTES } from "./tried-quotes";
import type { Tried } from "./use-tried-quotes";

/** What all the newest quotes would come to, in a line; a button until somebody wants to know. It stays in sight at the end of a long sample. */
export const TriedSummary = ({ tried: { quotes, pending, failed, ask } }: { tried: Tried }) => (
  <div className="mt-4 border-t border-line bg-surface pt-3 text-[0.8125rem] xl:sticky xl:bottom-0 xl:-mb-5 xl:pb-5">
    {quotes ? (
      <p role="status">
        {summaryText(quotes)}{" "}
        {quotes.length > 0 && (
          <a href={`#${TRIED_QUOTES}`} className="font-medium text-accent-ink underline">
            See each
          </a>
        )}
      </p>
    ) : (
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-ink-soft">
          {failed ? "Your quotes could not be read. Try again in a moment." : "And your last 50 quotes?"}
        </span>
        <Button size="sm" onClick={ask} disabled={pending}>
          {pending && <Spinner />} Try on my quotes
        </Button>
      </div>
    )}
  </div>
);

function summaryText(quotes: NonNullable<Tried["quotes"]>): string {
  if (quotes.length === 0) return "There are no quotes yet to try these prices on.";
  const { differing, thenCents, nowCents } = sumOf(quotes);
  if (differing === 0) return "Your last quotes would come to the same.";
  return `${differing} of your last ${quotes.length} quotes would differ: ${differenceText(nowCents - thenCents)} in all.`;
}
