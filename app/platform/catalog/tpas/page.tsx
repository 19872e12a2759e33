import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { type Column, Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { listTpas } from "@/lib/domain/catalog/queries";
import { platform } from "@/lib/doors/platform";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { formatPhone } from "@/lib/phone";
import { HOME } from "../home";
import { SectionHeader } from "../sections";

export const metadata = { title: "TPAs" };

type Row = Awaited<ReturnType<typeof listTpas>>["rows"][number];

export default async function TpasPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const [search, at] = [one(query.q), paging(query.page)];
  const { rows, total } = await platform((db) => listTpas(db, search, at));
  return (
    <>
      <SectionHeader
        at="/tpas"
        actions={
          <ButtonLink variant="primary" href={`${HOME}/tpas/new`}>
            <Icon name="plus" /> New TPA
          </ButtonLink>
        }
      />
      <div className="mb-3">
        <SearchBox label="Search administrators by name" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Third party administrators"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${HOME}/tpas/${row.id}`}
          columns={columns}
          empty={
            <EmptyState
              icon={<Icon name="search" />}
              title={search ? `No administrator matches “${search}”` : "No administrators yet"}
              action={
                <ButtonLink href={search ? `${HOME}/tpas` : `${HOME}/tpas/new`}>
                  {search ? "All administrators" : "New TPA"}
                </ButtonLink>
              }
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const columns: Column<Row>[] = [
  { key: "name", header: "Administrator", cell: (row) => row.name },
  { key: "phone", header: "Phone", cell: (row) => (row.phone ? formatPhone(row.phone) : "–"), phone: "line" },
  {
    key: "portal",
    header: "Portal",
    cell: (row) => <span className="break-all">{row.portalUrl || "–"}</span>,
  },
  { key: "edi", header: "EDI id", cell: (row) => row.tradingPartnerId || "–", phone: "line" },
  {
    key: "number",
    header: "Number",
    cell: ({ numberLabel, numberDigits }) =>
      numberDigits ? `${numberLabel}, ${numberDigits} digits` : numberLabel,
  },
  { key: "insurers", header: "Insurers", align: "right", cell: (row) => row.insurers.length, phone: "aside" },
];
