import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { type InvoicePayer, type InvoiceShares, shareOf } from "@/lib/domain/ledger/invoice";

type PayerCardProps = {
  tenant: string;
  invoice: InvoiceShares & { id: string; status: string };
  payer: InvoicePayer;
  name: string;
};

/** One payer's side of an invoice: owed, paid, still to come. */
export const PayerCard = ({ tenant, invoice, payer, name }: PayerCardProps) => {
  const { owed, paid, balance } = shareOf(invoice, payer);
  const label = payer === "insurer" ? "Insurer" : "Customer";
  const open = invoice.status !== "void" && balance > 0;
  return (
    <Card
      title={label}
      description={name}
      actions={
        open ? (
          <ButtonLink
            size="sm"
            variant="primary"
            href={`/${tenant}/invoices/${invoice.id}/payment?payer=${payer}`}
            aria-label={`Record ${payer} payment`}
          >
            Record payment
          </ButtonLink>
        ) : (
          invoice.status !== "void" && (
            <Badge tone="good" dot>
              {owed === 0 ? "Nothing owed" : "Paid up"}
            </Badge>
          )
        )
      }
    >
      <DefinitionList
        items={[
          { term: "Owed", value: <Money cents={owed} /> },
          { term: "Paid", value: <Money cents={paid} /> },
          { term: "Balance", value: <Money cents={invoice.status === "void" ? null : balance} strong /> },
        ]}
      />
    </Card>
  );
};
