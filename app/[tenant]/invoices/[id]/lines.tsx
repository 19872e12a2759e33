import { Table } from "@/components/list/table";
import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { Money } from "@/components/ui/money";
import type { getInvoice } from "@/lib/domain/ledger/queries";

type Invoice = Awaited<ReturnType<typeof getInvoice>>["invoice"];

/** What is billed, as it was quoted. */
export const Lines = ({ invoice }: { invoice: Invoice }) => (
  <Card flush title="Lines" footer={<Sums invoice={invoice} />}>
    <Table
      caption="Lines"
      rows={invoice.lines}
      rowKey={(row) => row.id}
      columns={[
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
        {
          key: "unit",
          header: "Price",
          align: "right",
          cell: (row) => <Money cents={row.unitCents} />,
          phone: "hidden",
        },
        {
          key: "total",
          header: "Amount",
          align: "right",
          cell: (row) => <Money cents={row.totalCents} />,
          phone: "aside",
        },
      ]}
    />
  </Card>
);

const Sums = ({ invoice }: { invoice: Invoice }) => (
  <dl className="ml-auto grid w-fit grid-cols-[auto_auto] gap-x-8 gap-y-1 text-right">
    <dt className="text-ink-soft">Subtotal</dt>
    <dd>
      <Money cents={invoice.subtotalCents} />
    </dd>
    <dt className="text-ink-soft">Tax</dt>
    <dd>
      <Money cents={invoice.taxCents} />
    </dd>
    <dt className="font-semibold">Total</dt>
    <dd>
      <Money cents={invoice.totalCents} strong />
    </dd>
  </dl>
);
