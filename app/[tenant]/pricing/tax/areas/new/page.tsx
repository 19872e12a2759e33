import { AreaForm } from "@/app/[tenant]/pricing/tax/area-form";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { loadTax } from "@/lib/domain/pricing/tax/queries";
import { view } from "@/lib/doors/view";
import { addArea } from "../../../actions";
import { feature } from "../../../feature";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Add tax area" };

export default async function NewTaxAreaPage({ params }: Props) {
  const { tenant } = await params;
  const { desk, own } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    desk: await loadDesk(db, actor),
    own: await loadTax(db),
  }));
  const home = `/${tenant}/pricing/tax/areas`;
  return (
    <>
      <PageHeader
        title="Add tax area"
        description="Copied from your shop's own tax. Change what is otherwise there."
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Other areas", href: home },
        ]}
      />
      <AreaForm
        action={addArea.bind(null, tenant)}
        desk={desk}
        area={{ id: "", name: "", state: "", zips: [], ...own }}
        cancel={home}
      />
    </>
  );
}
