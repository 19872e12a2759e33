import { FilterTabs } from "@/components/list/filter-tabs";
import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { office } from "@/lib/auth/roles";
import { dateIn, dayOf } from "@/lib/dates";
import { balanceOf, type InvoiceTab, statusName, tabOf } from "@/lib/domain/ledger/invoice";
import { listInvoices } from "@/lib/domain/ledger/queries";
import { view } from "@/lib/doors/view";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { feature } from "./feature";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Invoices" };

const tabLabels: [InvoiceTab, string][] = [
  ["open", "Open"],
  ["paid", "Paid"],
  ["void", "Void"],
];

export default async function InvoicesPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const [tab, search, at] = [tabOf(one(query.show)), one(query.q), paging(query.page)];
  const { rows, total, today } = await view({ tenant, feature, allow: office }, async (db, actor) => ({
    ...(await listInvoices(db, { tab, search, at })),
    today: dateIn(actor.timeZone, new Date()),
  }));
  const home = `/${tenant}/invoices`;
  return (
    <>
      <PageHeader title="Invoices" />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <FilterTabs
          label="Which invoices"
          tabs={tabLabels.map(([name, label]) => ({
            label,
            href: name === "open" ? home : `${home}?show=${name}`,
            active: name === tab,
          }))}
        />
        <SearchBox label="Search by number, customer or insurer" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Invoices"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${home}/${row.id}`}
          columns={[
            { key: "number", header: "No.", cell: (row) => `#${row.number}`, phone: "line" },
            { key: "customer", header: "Customer", cell: (row) => row.customer.name, phone: "title" },
            { key: "insurer", header: "Insurer", cell: (row) => row.insurerName || "–", phone: "hidden" },
            { key: "job", header: "Job", cell: (row) => `#${row.job.number}`, phone: "hidden" },
            {
              key: "issued",
              header: "Issued",
              cell: (row) => <DateText date={dayOf(row.issuedOn)} today={today} />,
            },
            {
              key: "total",
              header: "Total",
              align: "right",
              cell: (row) => <Money cents={row.totalCents} />,
            },
            {
              key: "balance",
              header: "Balance",
              align: "right",
              cell: (row) => <Money cents={row.status === "void" ? null : balanceOf(row)} strong />,
            },
            {
              key: "status",
              header: "State",
              cell: (row) => <StatusBadge status={row.status} label={statusName(row.status)} />,
              phone: "aside",
            },
          ]}
          empty={<NoInvoices tenant={tenant} tab={tab} search={search} />}
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const NoInvoices = ({ tenant, tab, search }: { tenant: string; tab: InvoiceTab; search: string }) => (
  <EmptyState
    icon={<Icon name={search ? "search" : "receipt"} />}
    title={search ? `No invoice here matches “${search}”` : emptyTitles[tab]}
    text={
      search
        ? "Numbers, jobs' numbers, customers and insurers are searched."
        : "An invoice is created from a completed job."
    }
    action={<ButtonLink href={`/${tenant}/jobs?show=invoice`}>Jobs to invoice</ButtonLink>}
  />
);

const emptyTitles: Record<InvoiceTab, string> = {
  open: "No open invoices",
  paid: "No paid invoices yet",
  void: "No void invoices",
};
