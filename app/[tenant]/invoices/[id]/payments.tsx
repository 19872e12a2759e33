import { Table } from "@/components/list/table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { dayOf } from "@/lib/dates";
import { methodNames } from "@/lib/domain/ledger/invoice";
import type { getInvoice } from "@/lib/domain/ledger/queries";
import { voidPayment } from "../actions";
import { VoidDialog } from "./void-dialog";

type Payment = Awaited<ReturnType<typeof getInvoice>>["invoice"]["payments"][number];
type PaymentsProps = { tenant: string; payments: Payment[]; reasons: string[]; today: string };

/** What was received, by whom and how; void payments stay, crossed out, with their reason. */
export const Payments = ({ tenant, payments, reasons, today }: PaymentsProps) => (
  <Table
    caption="Payments"
    rows={payments}
    rowKey={(row) => row.id}
    columns={[
      {
        key: "date",
        header: "Received",
        cell: (row) => <DateText date={dayOf(row.receivedOn)} today={today} />,
      },
      { key: "payer", header: "From", cell: (row) => (row.payer === "insurer" ? "Insurer" : "Customer") },
      {
        key: "method",
        header: "How",
        cell: (row) => [methodNames[row.method] ?? row.method, row.reference].filter(Boolean).join(" "),
      },
      {
        key: "amount",
        header: "Amount",
        align: "right",
        cell: (row) => (
          <span className={row.voidedAt ? "text-ink-faint line-through" : undefined}>
            <Money cents={row.amountCents} />
          </span>
        ),
        phone: "aside",
      },
      {
        key: "void",
        header: "Void",
        quiet: true,
        align: "right",
        cell: (row) =>
          row.voidedAt ? (
            <span className="text-ink-faint">Void: {row.voidReason}</span>
          ) : (
            <VoidDialog
              action={voidPayment.bind(null, tenant)}
              id={row.id}
              label="Void payment"
              title="Void this payment?"
              text="The payer's balance opens again. The payment stays in the list, marked as void."
              reasons={reasons}
              size="sm"
            />
          ),
      },
    ]}
    empty={
      <EmptyState
        icon={<Icon name="wallet" />}
        title="No payments yet"
        text="Record them at the payer's card above."
      />
    }
  />
);
