import { Table } from "@/components/list/table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { type Offering, offered } from "@/lib/domain/quotes/options";
import { gradeNames } from "@/lib/domain/quotes/work";
import type { GlassGrade } from "@/lib/glass/pricing/rules";

type Quote = Offering & { payer: string; status: string };

/** The kinds of glass that the customer can choose from, or could. */
export const Options = ({ quote }: { quote: Quote }) => {
  const decided = quote.status === "accepted";
  const rows = offered(quote);
  return (
    <Card flush title={decided ? "Options that were offered" : "Options"}>
      <Table
        caption="Options"
        rows={rows}
        rowKey={(row) => row.grade}
        columns={[
          {
            key: "grade",
            header: "Glass",
            phone: "title",
            cell: (row) => (
              <>
                {gradeNames[row.grade as GlassGrade]}{" "}
                {decided && row.grade === quote.grade && <Badge tone="good">Chosen</Badge>}
                {!decided && row.grade === quote.grade && <Badge>Lines shown below</Badge>}
              </>
            ),
          },
          { key: "total", header: "Total", align: "right", cell: (row) => <Money cents={row.totalCents} /> },
          ...(quote.payer === "insurance"
            ? [
                {
                  key: "customer",
                  header: "Customer pays",
                  align: "right" as const,
                  cell: (row: Quote) => <Money cents={row.customerCents} />,
                },
              ]
            : []),
        ]}
        empty={null}
      />
    </Card>
  );
};
