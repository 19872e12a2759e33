import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { view } from "@/lib/doors/view";
import { saveCosts } from "../actions";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";
import { WaitingNote } from "../waiting-note";
import { CostsForm } from "./costs-form";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Costs" };

export default async function CostsPage({ params }: Props) {
  const { tenant } = await params;
  const desk = await view({ tenant, feature, allow: owners }, loadDesk);
  return (
    <>
      <PageHeader title="Costs" description="What goes with the glass and what you pay for it." />
      <SectionTabs tenant={tenant} at="/costs" />
      <WaitingNote tenant={tenant} {...desk} />
      <CostsForm action={saveCosts.bind(null, tenant)} desk={desk} cancel={`/${tenant}/pricing`} />
    </>
  );
}
