import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { loadTax } from "@/lib/domain/pricing/tax/queries";
import { view } from "@/lib/doors/view";
import { saveTax } from "../actions";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";
import { WaitingNote } from "../waiting-note";
import { TaxForm } from "./tax-form";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Tax" };

export default async function TaxPage({ params }: Props) {
  const { tenant } = await params;
  const { desk, rates, taxableKinds } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    desk: await loadDesk(db, actor),
    ...(await loadTax(db)),
  }));
  return (
    <>
      <PageHeader
        title="Tax in the shop"
        description="It holds for mobile work too, wherever no other area says otherwise. Each rate is rounded to the cent by itself."
      />
      <SectionTabs tenant={tenant} at="/tax" />
      <WaitingNote tenant={tenant} {...desk} />
      <TaxForm
        action={saveTax.bind(null, tenant)}
        desk={desk}
        rates={rates}
        taxableKinds={taxableKinds}
        cancel={`/${tenant}/pricing`}
      />
    </>
  );
}
