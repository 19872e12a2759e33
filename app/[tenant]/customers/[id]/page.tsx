import { ActionButton } from "@/components/form/action-button";
import { VinText } from "@/components/glass/vin-text";
import { Table } from "@/components/list/table";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { dateIn, dayOf, type IsoDate } from "@/lib/dates";
import { getCustomer } from "@/lib/domain/customers/queries";
import { view } from "@/lib/doors/view";
import { accountName } from "@/lib/glass/pricing/accounts";
import { exemptionOn } from "@/lib/glass/pricing/tax";
import { carName } from "@/lib/glass/vehicles/car";
import { formatPhone } from "@/lib/phone";
import { archiveCustomer, restoreCustomer } from "../actions";
import { feature } from "../feature";
import { History } from "./history";

type Props = { params: Promise<{ tenant: string; id: string }> };
type Customer = Awaited<ReturnType<typeof getCustomer>>;

export const metadata = { title: "Customer" };

export default async function CustomerPage({ params }: Props) {
  const { tenant, id } = await params;
  const { customer, today } = await view({ tenant, feature, allow: office }, async (db, { timeZone }) => ({
    customer: await getCustomer(db, id),
    today: dateIn(timeZone, new Date()),
  }));
  const home = `/${tenant}/customers`;
  return (
    <>
      <PageHeader
        title={customer.name}
        description={customer.archivedAt && <Badge>Archived</Badge>}
        breadcrumbs={[{ label: "Customers", href: home }]}
        actions={
          <>
            {customer.archivedAt ? (
              <ActionButton action={restoreCustomer.bind(null, tenant)} fields={{ id }}>
                Bring back
              </ActionButton>
            ) : (
              <ActionButton action={archiveCustomer.bind(null, tenant)} fields={{ id }} variant="ghost">
                Archive
              </ActionButton>
            )}
            <ButtonLink href={`${home}/${id}/edit`}>Edit</ButtonLink>
            <ButtonLink variant="primary" href={`/${tenant}/quotes/new?customer=${id}`}>
              New quote
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <Contact customer={customer} today={today} />
        <div className="space-y-5">
          <Vehicles tenant={tenant} customer={customer} />
          <History tenant={tenant} customer={customer} />
        </div>
      </div>
    </>
  );
}

const Contact = ({ customer, today }: { customer: Customer; today: IsoDate }) => (
  <Card title="Contact" className="self-start">
    <DefinitionList
      items={[
        {
          term: "Phone",
          value: customer.phone && <a href={`tel:${customer.phone}`}>{formatPhone(customer.phone)}</a>,
        },
        {
          term: "E-mail",
          value: customer.email && <a href={`mailto:${customer.email}`}>{customer.email}</a>,
        },
        { term: "Texts", value: textsNote(customer) },
        { term: "Company", value: customer.company },
        { term: "Account", value: accountName(customer.accountType) },
        {
          term: "Address",
          value: [customer.street, customer.city, [customer.state, customer.zip].filter(Boolean).join(" ")]
            .filter(Boolean)
            .join(", "),
        },
        {
          term: "Tax",
          value: taxText(customer, today),
        },
        {
          term: "Notes",
          value: customer.notes && <span className="whitespace-pre-line">{customer.notes}</span>,
        },
      ]}
    />
  </Card>
);

function taxText({ taxCertificateUntil: until, ...customer }: Customer, today: IsoDate) {
  const { exempt, note } = exemptionOn({ ...customer, taxCertificateUntil: until && dayOf(until) }, today);
  return <span className={note && !exempt ? "text-warn-ink" : undefined}>{note || "Taxed"}</span>;
}

const Vehicles = ({ tenant, customer }: { tenant: string; customer: Customer }) => {
  const add = `/${tenant}/customers/${customer.id}/vehicles/new`;
  return (
    <Card
      flush
      title="Vehicles"
      actions={
        <ButtonLink size="sm" href={add}>
          <Icon name="plus" /> Add vehicle
        </ButtonLink>
      }
    >
      <Table
        caption="Vehicles"
        rows={customer.vehicles}
        rowKey={(row) => row.id}
        rowHref={(row) => `/${tenant}/customers/${customer.id}/vehicles/${row.id}`}
        columns={[
          { key: "car", header: "Vehicle", cell: carName },
          {
            key: "plate",
            header: "Plate",
            cell: (row) => [row.plate, row.plateState].filter(Boolean).join(" ") || "–",
            phone: "aside",
          },
          {
            key: "vin",
            header: "VIN",
            cell: (row) => (row.vin ? <VinText vehicle={row} /> : "–"),
          },
          {
            key: "quote",
            header: "New quote",
            quiet: true,
            align: "right",
            cell: (row) => (
              <AppLink
                className="font-medium text-accent-ink hover:underline"
                href={`/${tenant}/quotes/new?customer=${customer.id}&vehicle=${row.id}`}
              >
                Quote
              </AppLink>
            ),
          },
        ]}
        empty={
          <EmptyState
            icon={<Icon name="car" />}
            title="No vehicle yet"
            text="The VIN is enough."
            action={<ButtonLink href={add}>Add vehicle</ButtonLink>}
          />
        }
      />
    </Card>
  );
};

/** Consent is a number's: another phone needs another. */
function textsNote({ phone, textConsents: [consent] }: Customer): string {
  if (!phone || consent?.phone !== phone || !consent.given)
    return "No consent yet: they give it on a screen of their own";
  return `May be texted: agreed on ${consent.source}`;
}
