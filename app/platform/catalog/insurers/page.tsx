import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { Table } from "@/components/list/table";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { listInsurers } from "@/lib/domain/catalog/queries";
import { platform } from "@/lib/doors/platform";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { HOME } from "../home";
import { SectionHeader } from "../sections";

export const metadata = { title: "Insurers" };

export default async function InsurersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const [search, at] = [one(query.q), paging(query.page)];
  const { rows, total } = await platform((db) => listInsurers(db, search, at));
  return (
    <>
      <SectionHeader
        at="/insurers"
        actions={
          <ButtonLink variant="primary" href={`${HOME}/insurers/new`}>
            <Icon name="plus" /> New insurer
          </ButtonLink>
        }
      />
      <div className="mb-3">
        <SearchBox label="Search insurers by name" query={query} />
      </div>
      <Card flush>
        <Table
          caption="Insurers"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${HOME}/insurers/${row.id}`}
          columns={[
            { key: "name", header: "Insurer", cell: (row) => row.name },
            {
              key: "tpa",
              header: "Glass claims go through",
              cell: (row) => row.tpa?.name ?? <span className="text-ink-faint">The insurer itself</span>,
              phone: "line",
            },
          ]}
          empty={
            <EmptyState
              icon={<Icon name="search" />}
              title={search ? `No insurer matches “${search}”` : "No insurers yet"}
              action={
                <ButtonLink href={search ? `${HOME}/insurers` : `${HOME}/insurers/new`}>
                  {search ? "All insurers" : "New insurer"}
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
