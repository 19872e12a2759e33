import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { MOST_TEXT } from "@/lib/domain/catalog/pasted";
import { COLUMNS } from "@/lib/domain/pricing/overrides/pasted";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { view } from "@/lib/doors/view";
import { ChangeFields } from "../../change-fields";
import { feature } from "../../feature";
import { PasteForm } from "../../paste-form";
import { pasteParts } from "../actions";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Paste own prices" };

export default async function PastePartsPage({ params }: Props) {
  const { tenant } = await params;
  const desk = await view({ tenant, feature, allow: owners }, loadDesk);
  const home = `/${tenant}/pricing/parts`;
  return (
    <>
      <PageHeader
        title="Paste own prices"
        description="All lines are one change of prices, with its reason and its day."
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Own prices", href: home },
        ]}
      />
      <PasteForm
        action={pasteParts.bind(null, tenant)}
        columns={Object.values(COLUMNS)}
        most={MOST_TEXT}
        example={"DW02501GTYN\t620.00\t180.00\nFD20417GTNN\t\t64.50"}
        cancel={home}
      >
        <ChangeFields desk={desk} />
      </PasteForm>
    </>
  );
}
