import { Pagination } from "@/components/list/pagination";
import { SearchBox } from "@/components/list/search-box";
import { type Column, Table } from "@/components/list/table";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { dayOf, type IsoDate } from "@/lib/dates";
import { listPriceOn, listPriceWaits } from "@/lib/domain/catalog/catalog";
import { listParts } from "@/lib/domain/catalog/queries";
import { catalogDay } from "@/lib/domain/catalog/today";
import { platform } from "@/lib/doors/platform";
import { type GlassPosition, positionLabel } from "@/lib/glass/parts/nags";
import { formatCents } from "@/lib/money";
import { one, PAGE_SIZE, paging, type SearchParams } from "@/lib/paging";
import { HOME } from "./home";
import { PartFilters } from "./part-filters";
import { SectionHeader } from "./sections";

export const metadata = { title: "Shared parts" };

type Row = Awaited<ReturnType<typeof listParts>>["rows"][number];

export default async function PartsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const at = paging(query.page);
  const asked = {
    search: one(query.q),
    position: one(query.position),
    year: one(query.year),
    make: one(query.make),
    model: one(query.model),
  };
  const { rows, total } = await platform((db) => listParts(db, asked, at));
  const narrowed = Object.values(asked).some(Boolean);
  return (
    <>
      <SectionHeader
        at=""
        actions={
          <ButtonLink variant="primary" href={`${HOME}/parts/new`}>
            <Icon name="plus" /> New part
          </ButtonLink>
        }
      />
      <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
        <SearchBox label="Search by number or description" query={query} />
        <PartFilters query={query} asked={asked} />
      </div>
      <Card flush>
        <Table
          caption="Shared parts"
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${HOME}/parts/${row.id}`}
          columns={columns}
          empty={narrowed ? <NothingFound /> : <NoParts />}
        />
      </Card>
      <Pagination page={at.page} pageSize={PAGE_SIZE} total={total} query={query} />
    </>
  );
}

const columns: Column<Row>[] = [
  {
    key: "number",
    header: "Part",
    cell: (row) => (
      <>
        <span className="font-mono text-[0.8125rem]">{row.nagsNumber}</span>{" "}
        {row.demo && <Badge tone="info">Demo</Badge>}
      </>
    ),
  },
  {
    key: "position",
    header: "Glass",
    cell: (row) => [positionLabel(row.glassPosition as GlassPosition), row.side].filter(Boolean).join(", "),
    phone: "line",
  },
  {
    key: "fits",
    header: "Fits",
    cell: (row) => vehiclesOf(row.fits) || <span className="text-ink-faint">No vehicle</span>,
    phone: "line",
  },
  {
    key: "from",
    header: "Price holds",
    cell: (row) => (row.listEffectiveFrom ? holdsText(row, dayOf(row.listEffectiveFrom)) : "–"),
  },
  {
    key: "price",
    header: "List price",
    align: "right",
    cell: (row) => <Money cents={listPriceOn(row, catalogDay())} />,
    phone: "aside",
  },
];

function holdsText(row: Row, day: IsoDate): string {
  if (row.listPriceCents === null || !listPriceWaits(row, catalogDay())) return `since ${day}`;
  return `until ${day}, then ${formatCents(row.listPriceCents)}`;
}

function vehiclesOf(fits: Row["fits"]): string {
  const [first, ...others] = fits;
  if (!first) return "";
  const named = `${first.make} ${first.model} ${first.yearFrom}–${first.yearTo}`;
  return others.length > 0 ? `${named} and ${others.length} more` : named;
}

const NoParts = () => (
  <EmptyState
    icon={<Icon name="package" />}
    title="The catalog is empty"
    text="Import your licensed list as a CSV file, or add parts one by one."
    action={
      <ButtonLink variant="primary" href={`${HOME}/import`}>
        Import parts
      </ButtonLink>
    }
  />
);

const NothingFound = () => (
  <EmptyState
    icon={<Icon name="search" />}
    title="No part fits that"
    text="Numbers are found by how they begin, descriptions by any of their words."
    action={<ButtonLink href={HOME}>All parts</ButtonLink>}
  />
);
