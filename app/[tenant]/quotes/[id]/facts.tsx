import { VinText } from "@/components/glass/vin-text";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { getQuote } from "@/lib/domain/quotes/queries";
import { placeText, workText } from "@/lib/domain/quotes/work";
import { carName } from "@/lib/glass/vehicles/car";
import { formatPhone } from "@/lib/phone";

type Quote = Awaited<ReturnType<typeof getQuote>>;

/** Whose quote it is, for which car and which work. */
export const Facts = ({ tenant, quote }: { tenant: string; quote: Quote }) => {
  const { customer, vehicle, insurer } = quote;
  return (
    <Card title="For">
      <DefinitionList
        items={[
          {
            term: "Customer",
            value: (
              <AppLink href={`/${tenant}/customers/${customer.id}`} className="underline print:no-underline">
                {customer.name}
              </AppLink>
            ),
          },
          {
            term: "Phone",
            value: customer.phone && <a href={`tel:${customer.phone}`}>{formatPhone(customer.phone)}</a>,
          },
          { term: "Vehicle", value: carName(vehicle) },
          ...(vehicle.plate
            ? [{ term: "Plate", value: [vehicle.plate, vehicle.plateState].filter(Boolean).join(" ") }]
            : []),
          ...(vehicle.vin ? [{ term: "VIN", value: <VinText vehicle={vehicle} /> }] : []),
          { term: "Work", value: workText(quote) },
          { term: "Where", value: placeText(quote) },
          { term: "Payer", value: insurer ? `Insurance: ${insurer.name}` : "Cash" },
          ...(quote.taxNote ? [{ term: "Tax", value: quote.taxNote }] : []),
          ...(quote.notes
            ? [
                {
                  term: "Notes",
                  value: (
                    <span data-screen-only="" className="whitespace-pre-line">
                      {quote.notes}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
};
