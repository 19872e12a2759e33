import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { office } from "@/lib/auth/roles";
import { balanceOf, statusName } from "@/lib/domain/ledger/invoice";
import { getBilling } from "@/lib/domain/ledger/queries";
import { admit } from "@/lib/doors/door";
import { view } from "@/lib/doors/view";
import { createInvoice } from "./actions";
import { feature } from "./feature";

type Billing = Awaited<ReturnType<typeof getBilling>>;

/** A job's invoice: to be created, or what is open on it. */
export default async function InvoicePanel({ tenant, jobId }: { tenant: string; jobId: string }) {
  const gate = { feature, allow: office };
  const actor = await admit(tenant, gate);
  if (!actor || actor === "signed-out") return null;
  const { status, quote, invoices } = await view({ tenant, ...gate }, (db) => getBilling(db, jobId));
  if (status !== "completed" && invoices.length === 0) return null;
  return (
    <Card title="Invoice" className="print:hidden">
      {status === "completed" && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-soft">
            The work is done. To bill: <Money cents={quote.totalCents} strong />
          </p>
          <ActionButton variant="primary" action={createInvoice.bind(null, tenant)} fields={{ jobId }}>
            Create invoice
          </ActionButton>
        </div>
      )}
      {invoices.map((invoice) => (
        <Summary key={invoice.id} tenant={tenant} invoice={invoice} />
      ))}
    </Card>
  );
}

const Summary = ({ tenant, invoice }: { tenant: string; invoice: Billing["invoices"][number] }) => (
  <div className="flex flex-wrap items-start justify-between gap-3 not-first:mt-4 not-first:border-t not-first:border-line not-first:pt-4">
    <DefinitionList
      items={[
        { term: "Total", value: <Money cents={invoice.totalCents} /> },
        {
          term: "Balance",
          value: invoice.status === "void" ? null : <Money cents={balanceOf(invoice)} strong />,
        },
        { term: "State", value: <StatusBadge status={invoice.status} label={statusName(invoice.status)} /> },
      ]}
    />
    <ButtonLink href={`/${tenant}/invoices/${invoice.id}`}>Invoice #{invoice.number}</ButtonLink>
  </div>
);
