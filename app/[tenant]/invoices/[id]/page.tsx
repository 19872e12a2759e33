import { PaperFoot } from "@/components/paper/letterhead";
import { AppLink } from "@/components/ui/app-link";
import { PrintButton } from "@/components/ui/buttons/print-button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { office } from "@/lib/auth/roles";
import { dateIn, dayOf, formatDate } from "@/lib/dates";
import { statusName } from "@/lib/domain/ledger/invoice";
import { getInvoice } from "@/lib/domain/ledger/queries";
import { view } from "@/lib/doors/view";
import { carName } from "@/lib/glass/vehicles/car";
import { voidInvoice } from "../actions";
import { feature } from "../feature";
import { Head } from "./head";
import { Lines } from "./lines";
import { PayerCard } from "./payer-card";
import { Payments } from "./payments";
import { VoidDialog } from "./void-dialog";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Invoice" };

export default async function InvoicePage({ params }: Props) {
  const { tenant, id } = await params;
  const { invoice, reasons, shop, today } = await view(
    { tenant, feature, allow: office },
    async (db, actor) => ({
      ...(await getInvoice(db, id)),
      today: dateIn(actor.timeZone, new Date()),
    }),
  );
  const paper = invoice.status === "paid" ? "Receipt" : "Invoice";
  const untouched = invoice.insurerPaidCents === 0 && invoice.customerPaidCents === 0;
  return (
    <>
      <Head shop={shop} title={paper} invoice={invoice} />
      <div className="print:hidden">
        <PageHeader
          title={`Invoice #${invoice.number}`}
          description={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <StatusBadge status={invoice.status} label={statusName(invoice.status)} />
              <span>
                Issued {formatDate(dayOf(invoice.issuedOn), today)} for{" "}
                <AppLink
                  className="underline print:no-underline"
                  href={`/${tenant}/customers/${invoice.customerId}`}
                >
                  {invoice.customer.name}
                </AppLink>
                , {carName(invoice.job.vehicle)},{" "}
                <AppLink className="underline print:no-underline" href={`/${tenant}/jobs/${invoice.jobId}`}>
                  Job #{invoice.job.number}
                </AppLink>
              </span>
            </span>
          }
          breadcrumbs={[{ label: "Invoices", href: `/${tenant}/invoices` }]}
          actions={
            <>
              <PrintButton label={`Print ${paper.toLowerCase()}`} />
              {invoice.status !== "void" && untouched && (
                <VoidDialog
                  action={voidInvoice.bind(null, tenant)}
                  id={id}
                  label="Void invoice"
                  title={`Void invoice #${invoice.number}?`}
                  text="Its number stays taken, and the job waits for a new invoice."
                  reasons={reasons}
                />
              )}
            </>
          }
        />
      </div>
      {invoice.status === "void" && (
        <div className="mb-5">
          <Callout kind="danger" title="This invoice is void">
            {invoice.voidReason}
          </Callout>
        </div>
      )}
      <div className="space-y-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <PayerCard tenant={tenant} invoice={invoice} payer="customer" name={invoice.customer.name} />
          {invoice.insurerCents > 0 && (
            <PayerCard tenant={tenant} invoice={invoice} payer="insurer" name={invoice.insurerName} />
          )}
        </div>
        <Lines invoice={invoice} />
        <div className={invoice.payments.length === 0 ? "print:hidden" : undefined}>
          <Card flush title="Payments">
            <Payments tenant={tenant} payments={invoice.payments} reasons={reasons} today={today} />
          </Card>
        </div>
      </div>
      <div className="hidden print:block">
        <PaperFoot taxId={shop.taxId} />
      </div>
    </>
  );
}
