import { redirect } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { office, owners } from "@/lib/auth/roles";
import { editionOf } from "@/lib/domain/quotes/edition";
import { deskFacts, getQuote, openDesk, reasons } from "@/lib/domain/quotes/queries";
import { may } from "@/lib/domain/quotes/quote";
import { choicesOf } from "@/lib/domain/quotes/request";
import { view } from "@/lib/doors/view";
import { carName } from "@/lib/glass/vehicles/car";
import { editQuote } from "../../actions";
import { Desk } from "../../desk/desk";
import { feature } from "../../feature";
import { NoPrices } from "../../no-prices";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Edit quote" };

export default async function EditQuotePage({ params }: Props) {
  const { tenant, id } = await params;
  const { quote, setting, discountReasons } = await view(
    { tenant, feature, allow: office },
    async (db, actor) => ({
      quote: await getQuote(db, id),
      setting: await openDesk(db, actor.timeZone, owners.includes(actor.role)),
      discountReasons: await reasons(db, "discount"),
    }),
  );
  const { customer, vehicle } = quote;
  const home = `/${tenant}/quotes`;
  if (!may("edit", quote.status)) redirect(`${home}/${id}`);
  return (
    <>
      <PageHeader
        title={`Edit quote #${quote.number}`}
        description={`${customer.name}, ${carName(vehicle)}`}
        breadcrumbs={[
          { label: "Quotes", href: home },
          { label: `Quote #${quote.number}`, href: `${home}/${id}` },
        ]}
      />
      {setting.book.cash ? (
        <Desk
          action={editQuote.bind(null, tenant)}
          shop={`/${tenant}`}
          setting={setting}
          discountReasons={discountReasons}
          start={{
            quote: {
              id,
              edition: editionOf(quote),
              choices: choicesOf(quote),
              notes: quote.notes,
              fixed: {
                customer: deskFacts(customer),
                car: {
                  year: vehicle.year,
                  make: vehicle.make,
                  model: vehicle.model,
                  bodyStyle: vehicle.bodyStyle,
                },
              },
            },
          }}
        />
      ) : (
        <NoPrices tenant={tenant} maySet={setting.seesCost} />
      )}
    </>
  );
}
