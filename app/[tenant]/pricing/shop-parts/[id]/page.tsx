import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { partTexts } from "@/lib/domain/catalog/part-texts";
import { shownShopPart } from "@/lib/domain/catalog/shop-parts/queries";
import { shopPartNames } from "@/lib/domain/catalog/shop-parts/shop-part";
import { view } from "@/lib/doors/view";
import { shownOf } from "@/lib/forms/shown";
import { feature } from "../../feature";
import { editShopPart, removeShopPart } from "../actions";
import { ShopPartForm } from "../shop-part-form";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Your part" };

export default async function ShopPartPage({ params }: Props) {
  const { tenant, id } = await params;
  const part = await view({ tenant, feature, allow: owners }, (db) => shownShopPart(db, id));
  const home = `/${tenant}/pricing/shop-parts`;
  return (
    <>
      <PageHeader
        title={<span className="font-mono">{part.nagsNumber}</span>}
        description={part.description}
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Your parts", href: home },
        ]}
        actions={
          <ActionButton
            action={removeShopPart.bind(null, tenant)}
            fields={{ id }}
            variant="ghost"
            confirm={{
              title: `Delete ${part.nagsNumber}?`,
              body: "The desk no longer offers it. Saved quotes, jobs and invoices keep its number and prices.",
              confirm: "Delete part",
            }}
          >
            Delete
          </ActionButton>
        }
      />
      <ShopPartForm
        action={editShopPart.bind(null, tenant)}
        submit="Save part"
        cancel={home}
        part={{ ...partTexts(part), shown: shownOf(part, shopPartNames) }}
      />
    </>
  );
}
