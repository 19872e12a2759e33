import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { view } from "@/lib/doors/view";
import { feature } from "../../feature";
import { addStock } from "../actions";
import { StockForm } from "../stock-form";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Add to stock" };

export default async function NewStockPage({ params }: Props) {
  const { tenant } = await params;
  await view({ tenant, feature, allow: owners }, async () => null);
  const pricing = `/${tenant}/pricing`;
  return (
    <>
      <PageHeader
        title="Add to stock"
        breadcrumbs={[
          { label: "Pricing", href: pricing },
          { label: "Stock", href: `${pricing}/stock` },
        ]}
      />
      <StockForm action={addStock.bind(null, tenant)} cancel={`${pricing}/stock`} />
    </>
  );
}
