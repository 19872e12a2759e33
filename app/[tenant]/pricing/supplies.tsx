import { Table } from "@/components/list/table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import type { Supply } from "@/lib/glass/pricing/supply";

type SuppliesProps = {
  /** The one to buy from first. */
  supplies: Supply[];
  /** The shop has set a cost of its own, which goes before all of them. */
  overruled: boolean;
};

/** What each supplier asks for one part, and whose cost counts. Nothing where none says. */
export const Supplies = ({ supplies, overruled }: SuppliesProps) =>
  supplies.length > 0 && (
    <Card flush title="What suppliers ask" className="mt-5">
      <Table
        caption="What suppliers ask"
        rows={supplies}
        rowKey={(row) => row.supplier}
        columns={[
          { key: "supplier", header: "Supplier", cell: (row) => row.supplier },
          {
            key: "counts",
            header: "Counts",
            phone: "aside",
            cell: (row) => {
              if (row === supplies[0] && !overruled) return <Badge tone="good">Your cost</Badge>;
              return row.preferred ? <Badge>Preferred</Badge> : "–";
            },
          },
          { key: "cost", header: "Cost", align: "right", cell: (row) => <Money cents={row.cents} /> },
        ]}
      />
    </Card>
  );
