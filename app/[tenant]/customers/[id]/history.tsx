import { type Column, Table } from "@/components/list/table";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import type { getCustomer } from "@/lib/domain/customers/queries";
import { carName } from "@/lib/glass/vehicles/car";

type Customer = Awaited<ReturnType<typeof getCustomer>>;
type Paper = { id: string; number: number; status: string };

const number: Column<Paper> = { key: "number", header: "No.", cell: (row) => `#${row.number}` };
const status: Column<Paper> = {
  key: "status",
  header: "Status",
  cell: (row) => <StatusBadge status={row.status} />,
  phone: "aside",
};
const vehicle: Column<Paper & { vehicle: Parameters<typeof carName>[0] }> = {
  key: "vehicle",
  header: "Vehicle",
  cell: (row) => carName(row.vehicle),
};
const total: Column<Paper & { totalCents: number }> = {
  key: "total",
  header: "Total",
  align: "right",
  cell: (row) => <Money cents={row.totalCents} />,
};

/** A customer's latest quotes, jobs and invoices. */
export const History = ({ tenant, customer }: { tenant: string; customer: Customer }) => (
  <>
    <Papers
      title="Quotes"
      path={`/${tenant}/quotes`}
      rows={customer.quotes}
      columns={[number, vehicle, status, total]}
    />
    <Papers title="Jobs" path={`/${tenant}/jobs`} rows={customer.jobs} columns={[number, vehicle, status]} />
    <Papers
      title="Invoices"
      path={`/${tenant}/invoices`}
      rows={customer.invoices}
      columns={[number, status, total]}
    />
  </>
);

type PapersProps<Row> = { title: string; path: string; rows: Row[]; columns: Column<Row>[] };

const Papers = <Row extends Paper>({ title, path, rows, columns }: PapersProps<Row>) =>
  rows.length > 0 && (
    <Card flush title={title}>
      <Table
        caption={title}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${path}/${row.id}`}
        columns={columns}
      />
    </Card>
  );
