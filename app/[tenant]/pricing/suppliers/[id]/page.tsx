import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { getSupplier } from "@/lib/domain/pricing/suppliers/queries";
import { view } from "@/lib/doors/view";
import { feature } from "../../feature";
import { editSupplier, removeSupplier } from "../actions";
import { SupplierForm } from "../supplier-form";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Supplier" };

export default async function SupplierPage({ params }: Props) {
  const { tenant, id } = await params;
  const { supplier, desk } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    supplier: await getSupplier(db, id),
    desk: await loadDesk(db, actor),
  }));
  const { name, phone, accountNumber, preferred, terms } = supplier;
  const home = `/${tenant}/pricing/suppliers`;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Suppliers", href: home },
        ]}
        actions={
          <ActionButton
            action={removeSupplier.bind(null, tenant)}
            fields={{ id }}
            variant="ghost"
            confirm={{
              title: `Remove ${name}?`,
              body: "Its costs count no more. Saved quotes stay as they are, and an earlier version of your prices brings it back.",
              confirm: "Remove supplier",
            }}
          >
            Remove
          </ActionButton>
        }
      />
      <SupplierForm
        action={editSupplier.bind(null, tenant)}
        desk={desk}
        supplier={{ id, name, phone, accountNumber, preferred, terms }}
        cancel={home}
      />
    </>
  );
}
