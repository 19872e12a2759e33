import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table } from "@/components/ui/table";
import { carName } from "@/lib/glass/car";
import type { getCustomer } from "../queries";

type Customer = Awaited<ReturnType<typeof getCustomer>>;
type Paper = { id: string; number: number; status: string; totalCents?: number; what: ReactNode };

/** A customer's latest quotes, jobs and invoices. */
export const History = ({ tenant, customer }: { tenant: string; customer: Customer }) => (
  <>
    <Papers
      title="Quotes"
      path={`/${tenant}/quotes`}
      rows={customer.quotes.map((row) => ({ ...row, what: carName(row.vehicle) }))}
    />
    <Papers
      title="Jobs"
      path={`/${tenant}/jobs`}
      rows={customer.jobs.map((row) => ({ ...row, what: carName(row.vehicle) }))}
    />
    <Papers
      title="Invoices"
      path={`/${tenant}/invoices`}
      rows={customer.invoices.map((row) => ({ ...row, what: "" }))}
    />
  </>
);

const Papers = ({ title, path, rows }: { title: string; path: string; rows: Paper[] }) =>
  rows.length > 0 && (
    <Card flush title={title}>
      <Table
        caption={title}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${path}/${row.id}`}
        columns={[
          { key: "number", header: "No.", cell: (row) => `#${row.number}` },
          { key: "what", header: "Vehicle", cell: (row) => row.what, phone: "line" },
          {
            key: "status",
            header: "Status",
            cell: (row) => <StatusBadge status={row.status} />,
            phone: "aside",
          },
          {
            key: "total",
            header: "Total",
            align: "right",
            cell: (row) => row.totalCents !== undefined && <Money cents={row.totalCents} />,
          },
        ]}
      />
    </Card>
  );
