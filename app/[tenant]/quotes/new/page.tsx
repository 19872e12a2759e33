import { PageHeader } from "@/components/ui/page-header";
import { office, owners } from "@/lib/auth/roles";
import { customerAtDesk, openDesk, reasons } from "@/lib/domain/quotes/queries";
import { view } from "@/lib/doors/view";
import { one, type SearchParams } from "@/lib/paging";
import { formatPhone } from "@/lib/phone";
import { makeQuote } from "../actions";
import { Desk } from "../desk/desk";
import { feature } from "../feature";
import { NoPrices } from "../no-prices";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "New quote" };

export default async function NewQuotePage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const customerId = one(query.customer);
  const { setting, customer, discountReasons } = await view(
    { tenant, feature, allow: office },
    async (db, actor) => ({
      setting: await openDesk(db, actor.timeZone, owners.includes(actor.role)),
      customer: customerId ? await customerAtDesk(db, customerId) : null,
      discountReasons: await reasons(db, "discount"),
    }),
  );
  const vehicle = customer?.vehicles.find(({ id }) => id === one(query.vehicle));
  return (
    <>
      <PageHeader title="New quote" breadcrumbs={[{ label: "Quotes", href: `/${tenant}/quotes` }]} />
      {setting.book.cash ? (
        <Desk
          action={makeQuote.bind(null, tenant)}
          shop={`/${tenant}`}
          setting={setting}
          discountReasons={discountReasons}
          start={{
            customer: customer
              ? { id: customer.id, name: customer.name, hint: formatPhone(customer.phone) }
              : undefined,
            vehicleId: vehicle?.id,
          }}
        />
      ) : (
        <NoPrices tenant={tenant} maySet={setting.seesCost} />
      )}
    </>
  );
}
