import type { ReactNode } from "react";
import { Pagination } from "@/components/list/pagination";
import { Table } from "@/components/list/table";
import { Card } from "@/components/ui/card";
import type { listOwnProfiles } from "@/lib/domain/pricing/profiles/queries";
import { profileSummary } from "@/lib/domain/pricing/profiles/summary";
import { PAGE_SIZE } from "@/lib/paging";

type OwnProfileListProps = Awaited<ReturnType<typeof listOwnProfiles>> & {
  /** Whose prices they are, in one word. */
  whose: string;
  home: string;
  page: number;
  query: Record<string, string | string[] | undefined>;
  empty: ReactNode;
};

/** Who has prices of their own, each with what they are in a line. */
export const OwnProfileList = ({ rows, total, whose, home, page, query, empty }: OwnProfileListProps) => (
  <>
    <Card flush>
      <Table
        caption={whose}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `${home}/${row.id}`}
        columns={[
          { key: "name", header: whose, cell: (row) => row.profile.name },
          { key: "prices", header: "Prices", cell: (row) => profileSummary(row.profile) },
        ]}
        empty={empty}
      />
    </Card>
    <Pagination page={page} pageSize={PAGE_SIZE} total={total} query={query} />
  </>
);
