import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { MOST_TEXT } from "@/lib/domain/catalog/pasted";
import { COLUMNS } from "@/lib/domain/inventory/pasted";
import { view } from "@/lib/doors/view";
import { feature } from "../../feature";
import { PasteForm } from "../../paste-form";
import { pasteStock } from "../actions";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Paste a count" };

export default async function PasteStockPage({ params }: Props) {
  const { tenant } = await params;
  await view({ tenant, feature, allow: owners }, async () => null);
  const home = `/${tenant}/pricing/stock`;
  return (
    <>
      <PageHeader
        title="Paste a count"
        description="Number and count alone do for parts that are on your shelves already."
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Stock", href: home },
        ]}
      />
      <PasteForm
        action={pasteStock.bind(null, tenant)}
        columns={Object.values(COLUMNS)}
        most={MOST_TEXT}
        example={"DW02501GTYN\t3\t2\t6\tB4\nFD20417GTNN\t1"}
        cancel={home}
      />
    </>
  );
}
