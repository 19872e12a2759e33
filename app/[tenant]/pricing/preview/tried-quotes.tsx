import { Table } from "@/components/list/table";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { differenceText, differs, sumOf, type TriedQuote } from "@/lib/domain/pricing/preview/replay";

/** Where it is on its page. */
export const TRIED_QUOTES = "tried-quotes";

/** The newest quotes as they were made, and as they would be with other prices. @param shop where its pages are, such as /summit-glass */
export const TriedQuotes = ({ shop, quotes }: { shop: string; quotes: TriedQuote[] }) => {
  const { priced, differing, thenCents, nowCents } = sumOf(quotes);
  return (
    <Card
      flush
      title="Your newest quotes with these prices"
      description="The same work by these prices, and by the catalog as it is now. Those that differ come first. The quotes themselves stay as they are."
    >
      <Table
        caption="Quotes with these prices"
        rows={[...quotes.filter(differs), ...quotes.filter((quote) => !differs(quote))]}
        rowKey={(row) => row.id}
        rowHref={(row) => `${shop}/quotes/${row.id}`}
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
            header: "With these prices",
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
          number: `${priced} quotes, ${differing} differ`,
          then: <Money cents={thenCents} strong />,
          now: <Money cents={nowCents} strong />,
          difference: differenceText(nowCents - thenCents),
        }}
        empty={<p className="p-5 text-ink-soft">No quotes yet to try these prices on.</p>}
      />
    </Card>
  );
};
