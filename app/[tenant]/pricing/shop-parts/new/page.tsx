import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { view } from "@/lib/doors/view";
import { feature } from "../../feature";
import { addShopPart } from "../actions";
import { ShopPartForm } from "../shop-part-form";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Add a part of your own" };

export default async function NewShopPartPage({ params }: Props) {
  const { tenant } = await params;
  await view({ tenant, feature, allow: owners }, async () => null);
  const home = `/${tenant}/pricing/shop-parts`;
  return (
    <>
      <PageHeader
        title="Add a part of your own"
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Your parts", href: home },
        ]}
      />
      <ShopPartForm action={addShopPart.bind(null, tenant)} submit="Add part" cancel={home} />
    </>
  );
}
