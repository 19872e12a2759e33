"use client";

import { useState } from "react";
import { QuoteLines } from "@/components/glass/quote-lines";
import { QuoteTotals } from "@/components/glass/quote-totals";
import { Button } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { QuotePayer } from "@/lib/domain/quotes/request";
import { gradeNames } from "@/lib/domain/quotes/work";
import { accountName } from "@/lib/glass/pricing/accounts";
import { formatBps, formatCents } from "@/lib/money";
import { type Priced, type PriceRange, paysText, reviewsOfAll } from "./priced";
import type { Desk } from "./use-desk";

type PricePanelProps = {
  payer: QuotePayer;
  /** The kind of account whose own prices a cash quote is made by; null for the shop's cash prices. */
  account: string | null;
  /** What is unusual about the tax; "" for nothing. */
  taxed: string;
  priced: Priced | null;
  /** Each kind of glass on the quote, the one that stands first. */
  options: Desk["options"];
  /** What it may come to while the part is not settled. */
  range: PriceRange | null;
  /** A word of caution about the work itself. */
  caution: string | null;
  seesCost: boolean;
};

/** What the chosen payer's quote looks like, at every keystroke. */
export const PricePanel = (props: PricePanelProps) => {
  const { payer, account, taxed, priced, options, range, caution, seesCost } = props;
  const [why, setWhy] = useState(false);
  const reviews = reviewsOfAll(options);
  return (
    <Card
      flush
      title={payer === "cash" ? "Cash quote" : "Insurance quote"}
      description={payer === "cash" && account ? `${accountName(account)} prices` : undefined}
      className="lg:sticky lg:top-18 lg:max-h-[calc(100dvh-13.5rem)] lg:overflow-y-auto"
    >
      {priced ? (
        <>
          <QuoteLines lines={priced.lines} why={why} />
          <div className="space-y-3 border-t border-line px-4 py-3 md:px-5">
            <div role="status" aria-label="Totals">
              <QuoteTotals
                subtotalCents={priced.subtotalCents}
                taxes={priced.taxes}
                totalCents={priced.totalCents}
                shares={payer === "insurance" ? priced.shares : null}
              />
            </div>
            {taxed && <p className="text-[0.8125rem] text-ink-soft">{taxed}</p>}
            {options.length > 1 && <Options payer={payer} options={options} />}
            {seesCost && <Margin priced={priced} />}
            {reviews.length > 0 && (
              <Callout kind="warn" title="Needs review">
                <ul className="list-disc pl-4">
                  {reviews.map((review) => (
                    <li key={review}>{review}</li>
                  ))}
                </ul>
              </Callout>
            )}
            {[...priced.advice, ...(caution ? [caution] : [])].map((advice) => (
              <Callout key={advice}>{advice}</Callout>
            ))}
            <Button variant="ghost" size="sm" aria-pressed={why} onClick={() => setWhy(!why)}>
              Why these prices?
            </Button>
          </div>
        </>
      ) : (
        <p role="status" className="px-4 py-6 text-ink-soft md:px-5">
          {range ? (
            <>
              <span className="block text-lg font-semibold text-ink tabular-nums">{rangeText(range)}</span>
              with tax, depending on which part it is.
            </>
          ) : (
            "The price stands here as soon as the vehicle and the glass are known."
          )}
        </p>
      )}
    </Card>
  );
};

const Options = ({ payer, options }: Pick<PricePanelProps, "payer" | "options">) => (
  <table className="w-full text-[0.8125rem] tabular-nums">
    <caption className="pb-1 text-left font-medium">
      {payer === "cash" ? "Options on this quote" : "Options on this quote: what the customer pays"}
    </caption>
    <tbody>
      {options.map(({ grade, priced }) => (
        <tr key={grade}>
          <th scope="row" className="py-0.5 text-left font-normal text-ink-soft">
            {gradeNames[grade]}
          </th>
          <td className="py-0.5 text-right">
            {paysText(priced, ({ shares }) => formatCents(shares.customerCents))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

function rangeText({ fromCents, toCents }: PriceRange): string {
  return fromCents === toCents
    ? formatCents(fromCents)
    : `${formatCents(fromCents)} to ${formatCents(toCents)}`;
}

const Margin = ({ priced: { marginCents, marginBps } }: { priced: Priced }) => (
  <p className="flex justify-between gap-4 text-[0.8125rem] text-ink-faint">
    <span>Margin before wages</span>
    <span className="tabular-nums">
      {marginCents === null
        ? "cost not known"
        : `${formatCents(marginCents)}${marginBps === null ? "" : ` (${formatBps(marginBps)})`}`}
    </span>
  </p>
);
