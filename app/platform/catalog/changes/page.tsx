import { Pagination } from "@/components/list/pagination";
import { type Column, Table } from "@/components/list/table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { type ListedChange, listChanges } from "@/lib/domain/catalog/queries";
import { platform } from "@/lib/doors/platform";
import { PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { SectionHeader } from "../sections";
import { inWords, linesOf } from "./in-words";

export const metadata = { title: "Changes to the catalog" };

export default async function ChangesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const at = paging(query.page);
  const { rows, total } = await platform((db) => listChanges(db, at));
  return (
    <>
      <SectionHeader at="/changes" />
      <Card flush>
        <Table
          caption="Changes to the catalog"
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          empty={
            <EmptyState
              icon={<Icon name="activity" />}
              title="Nothing was changed yet"
              text="Every part, insurer and administrator that is added, changed, deleted or imported is listed here."
            />
          }
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const columns: Column<ListedChange>[] = [
  { key: "what", header: "What", cell: (row) => inWords(row.action, row.detail), phone: "title" },
  {
    key: "detail",
    header: "From and to",
    cell: (row) => (
      <ul className="grid gap-0.5 text-[0.8125rem] text-ink-soft">
        {linesOf(row.detail).map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    ),
    phone: "line",
  },
  { key: "who", header: "Who", cell: (row) => row.userName, phone: "line" },
  {
    key: "at",
    header: "When (UTC)",
    cell: (row) => (
      <time dateTime={row.at.toISOString()} className="whitespace-nowrap tabular-nums">
        {row.at.toISOString().replace("T", " ").slice(0, 19)}
      </time>
    ),
    phone: "line",
  },
];
