import { type Column, Table } from "@/components/list/table";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { Money } from "@/components/ui/money";
import type { getJob } from "@/lib/domain/jobs/queries";

type Quote = Awaited<ReturnType<typeof getJob>>["job"]["quote"];
type Line = Quote["lines"][number];
type WorkProps = { tenant: string; quote: Quote; inOffice: boolean };

/** What was sold. Prices are for the office alone, and never on a work order. */
export const Work = ({ tenant, quote, inOffice }: WorkProps) => (
  <Card
    flush
    title="Work"
    description={
      quote.payer === "insurance" ? `Insurance: ${quote.insurer?.name ?? "insurer open"}` : undefined
    }
    actions={
      inOffice && (
        <AppLink className="text-[0.8125rem] underline" href={`/${tenant}/quotes/${quote.id}`}>
          Quote #{quote.number}
        </AppLink>
      )
    }
  >
    {inOffice && (
      <div className="print:hidden">
        <Lines lines={quote.lines} columns={[...columns, price]} />
        <Totals quote={quote} />
      </div>
    )}
    <div className={inOffice ? "hidden print:block" : undefined}>
      <Lines lines={quote.lines} columns={columns} />
    </div>
  </Card>
);

const Lines = ({ lines, columns }: { lines: Line[]; columns: Column<Line>[] }) => (
  <Table caption="Lines" rows={lines} rowKey={(row) => row.id} columns={columns} />
);

const columns: Column<Line>[] = [
  {
    key: "description",
    header: "Description",
    cell: (row) => (
      <>
        {row.description}
        {row.nagsNumber && (
          <span className="block text-ink-soft">
            <Code>{row.nagsNumber}</Code>
          </span>
        )}
      </>
    ),
  },
  { key: "quantity", header: "Qty", align: "right", cell: (row) => row.quantity / 100 },
];

const price: Column<Line> = {
  key: "total",
  header: "Price",
  align: "right",
  cell: (row) => <Money cents={row.totalCents} />,
  phone: "aside",
};

const Totals = ({ quote }: { quote: Quote }) => (
  <p className="flex flex-wrap justify-end gap-x-6 gap-y-1 border-t border-line bg-sunken/60 px-4 py-3 md:px-5">
    <span>
      Tax <Money cents={quote.taxCents} />
    </span>
    <span>
      Total <Money cents={quote.totalCents} strong />
    </span>
    {quote.insurerCents > 0 && (
      <span className="text-ink-soft">
        Insurer <Money cents={quote.insurerCents} /> · Customer <Money cents={quote.customerCents} />
      </span>
    )}
  </p>
);
