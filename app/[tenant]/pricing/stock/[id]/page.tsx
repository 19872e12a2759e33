import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { getStock } from "@/lib/domain/inventory/queries";
import { stockNames } from "@/lib/domain/inventory/stock";
import { view } from "@/lib/doors/view";
import { shownOf } from "@/lib/forms/shown";
import { feature } from "../../feature";
import { editStock, removeStock } from "../actions";
import { StockForm } from "../stock-form";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Part in stock" };

export default async function StockItemPage({ params }: Props) {
  const { tenant, id } = await params;
  const { nagsNumber, onHand, minQty, maxQty, bin } = await view({ tenant, feature, allow: owners }, (db) =>
    getStock(db, id),
  );
  const pricing = `/${tenant}/pricing`;
  return (
    <>
      <PageHeader
        title={nagsNumber}
        breadcrumbs={[
          { label: "Pricing", href: pricing },
          { label: "Stock", href: `${pricing}/stock` },
        ]}
        actions={
          <ActionButton
            action={removeStock.bind(null, tenant)}
            fields={{ id }}
            variant="ghost"
            confirm={{
              title: `Keep ${nagsNumber} in stock no longer?`,
              body: "Its count, its bin and how many there should be are forgotten.",
              confirm: "Remove from stock",
            }}
          >
            Remove
          </ActionButton>
        }
      />
      <StockForm
        action={editStock.bind(null, tenant)}
        item={{
          id,
          onHand,
          minQty,
          maxQty,
          bin,
          shown: shownOf({ onHand, minQty, maxQty, bin }, stockNames),
        }}
        cancel={`${pricing}/stock`}
      />
    </>
  );
}
