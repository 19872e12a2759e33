import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Table } from "@/components/ui/table";
import { formatCents } from "@/lib/money";
import type { TriedQuote } from "../../history-queries";

/** The newest quotes as they were made, and as they would be with this version. */
export const TriedQuotes = ({ tenant, quotes }: { tenant: string; quotes: TriedQuote[] }) => {
  const differs = ({ thenCents, nowCents }: TriedQuote) => nowCents !== null && nowCents !== thenCents;
  const differing = quotes.filter(differs);
  const priced = quotes.filter((quote) => quote.nowCents !== null);
  const sum = (of: (quote: TriedQuote) => number | null) =>
    priced.reduce((total, quote) => total + (of(quote) ?? 0), 0);
  const [then, now] = [sum((quote) => quote.thenCents), sum((quote) => quote.nowCents)];
  return (
    <Card
      flush
      title="Your newest quotes with these prices"
      description="The same work, priced by this version and by the catalogue as it is now. Those that differ come first. The quotes themselves stay as they are."
    >
      <Table
        caption="Quotes with these prices"
        rows={[...differing, ...quotes.filter((quote) => !differs(quote))]}
        rowKey={(row) => row.id}
        rowHref={(row) => `/${tenant}/quotes/${row.id}`}
        columns={[
          { key: "number", header: "Quote", cell: (row) => `#${row.number} ${row.customer}` },
          {
            key: "then",
            header: "As it was made",
            align: "right",
            cell: (row) => <Money cents={row.thenCents} />,
          },
          {
            key: "now",
            header: "With this version",
            align: "right",
            cell: (row) => <Money cents={row.nowCents} />,
          },
          {
            key: "difference",
            header: "Difference",
            align: "right",
            cell: (row) => (row.nowCents === null ? "–" : differenceText(row.nowCents - row.thenCents)),
          },
        ]}
        totals={{
          number: `${priced.length} quotes, ${differing.length} differ`,
          then: <Money cents={then} strong />,
          now: <Money cents={now} strong />,
          difference: differenceText(now - then),
        }}
        empty={<p className="p-5 text-ink-soft">No quotes yet to try these prices on.</p>}
      />
    </Card>
  );
};

const differenceText = (cents: number) => (cents > 0 ? `+${formatCents(cents)}` : formatCents(cents));
