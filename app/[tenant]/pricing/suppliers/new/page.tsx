import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { view } from "@/lib/doors/view";
import { feature } from "../../feature";
import { addSupplier } from "../actions";
import { SupplierForm } from "../supplier-form";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Add supplier" };

export default async function NewSupplierPage({ params }: Props) {
  const { tenant } = await params;
  const desk = await view({ tenant, feature, allow: owners }, loadDesk);
  const home = `/${tenant}/pricing/suppliers`;
  return (
    <>
      <PageHeader
        title="Add supplier"
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Suppliers", href: home },
        ]}
      />
      <SupplierForm action={addSupplier.bind(null, tenant)} desk={desk} cancel={home} />
    </>
  );
}
