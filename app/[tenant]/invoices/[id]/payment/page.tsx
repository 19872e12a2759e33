import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { DateInput } from "@/components/form/inputs/date-input";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import { TextInput } from "@/components/form/inputs/text-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { dayRange } from "@/lib/date-range";
import { dateIn } from "@/lib/dates";
import { type InvoicePayer, methodNames, methodsOf, shareOf } from "@/lib/domain/ledger/invoice";
import { getInvoice } from "@/lib/domain/ledger/queries";
import { view } from "@/lib/doors/view";
import { formatCents } from "@/lib/money";
import { one, type SearchParams } from "@/lib/paging";
import { recordPayment } from "../../actions";
import { feature } from "../../feature";

type Props = { params: Promise<{ tenant: string; id: string }>; searchParams: SearchParams };

export const metadata = { title: "Record payment" };

export default async function PaymentPage({ params, searchParams }: Props) {
  const { tenant, id } = await params;
  const payer: InvoicePayer = one((await searchParams).payer) === "insurer" ? "insurer" : "customer";
  const { invoice, today } = await view({ tenant, feature, allow: office }, async (db, actor) => ({
    ...(await getInvoice(db, id)),
    today: dateIn(actor.timeZone, new Date()),
  }));
  const { balance } = shareOf(invoice, payer);
  const home = `/${tenant}/invoices`;
  const back = `${home}/${id}`;
  return (
    <>
      <PageHeader
        title={payer === "insurer" ? "Insurer payment" : "Customer payment"}
        description={`${payer === "insurer" ? invoice.insurerName : invoice.customer.name} owes ${formatCents(balance)}`}
        breadcrumbs={[
          { label: "Invoices", href: home },
          { label: `Invoice #${invoice.number}`, href: back },
        ]}
      />
      {invoice.status === "void" || balance <= 0 ? (
        <Callout action={<ButtonLink href={back}>Back to the invoice</ButtonLink>}>
          There is nothing to pay.
        </Callout>
      ) : (
        <Card className="max-w-2xl">
          <Form
            action={recordPayment.bind(null, tenant)}
            submit="Record payment"
            draftKey={payer}
            aside={
              <ButtonLink variant="ghost" href={back}>
                Cancel
              </ButtonLink>
            }
          >
            <input type="hidden" name="invoiceId" value={id} />
            <input type="hidden" name="payer" value={payer} />
            <input
              type="hidden"
              name="seenPaidCents"
              value={invoice.insurerPaidCents + invoice.customerPaidCents}
            />
            <div className="grid gap-4">
              <FormRow>
                <Field name="amountCents" label="Amount" required hint={`At most ${formatCents(balance)}.`}>
                  <MoneyInput defaultCents={balance} />
                </Field>
                <Field name="receivedOn" label="Received on" required>
                  <DateInput {...dayRange("payment", today)} defaultValue={today} />
                </Field>
              </FormRow>
              <RadioCards
                name="method"
                label="How"
                required
                columns={3}
                options={methodsOf[payer].map((value) => ({ value, label: methodNames[value] }))}
              />
              <Field
                name="reference"
                label="Reference"
                hint={
                  payer === "insurer"
                    ? "Check number, EFT trace, or the card's last four digits."
                    : "Check number, or the card's last four digits. Not needed for cash."
                }
              >
                <TextInput />
              </Field>
            </div>
          </Form>
        </Card>
      )}
    </>
  );
}
