import { AreaForm } from "@/app/[tenant]/pricing/tax/area-form";
import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { getTaxArea } from "@/lib/domain/pricing/tax/queries";
import { view } from "@/lib/doors/view";
import { editArea, removeArea } from "../../../actions";
import { feature } from "../../../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Tax area" };

export default async function TaxAreaPage({ params }: Props) {
  const { tenant, id } = await params;
  const { area, desk } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    area: await getTaxArea(db, id),
    desk: await loadDesk(db, actor),
  }));
  const home = `/${tenant}/pricing/tax/areas`;
  return (
    <>
      <PageHeader
        title={area.name}
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Other areas", href: home },
        ]}
        actions={
          <ActionButton
            action={removeArea.bind(null, tenant)}
            fields={{ id }}
            variant="ghost"
            confirm={{
              title: `Remove ${area.name}?`,
              body: "Mobile work there is taxed as in your shop. Saved quotes stay as they are.",
              confirm: "Remove area",
            }}
          >
            Remove
          </ActionButton>
        }
      />
      <AreaForm
        action={editArea.bind(null, tenant)}
        desk={desk}
        area={{
          id,
          name: area.name,
          state: area.state,
          zips: area.zips,
          rates: area.rates,
          taxableKinds: area.taxableKinds,
        }}
        cancel={home}
      />
    </>
  );
}
