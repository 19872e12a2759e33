import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { draftProfile, payerNames } from "@/lib/domain/pricing/profiles/profile";
import { findProfile } from "@/lib/domain/pricing/profiles/queries";
import { startingPrices } from "@/lib/domain/pricing/profiles/starting-prices";
import { view } from "@/lib/doors/view";
import { saveProfile } from "../actions";
import { feature } from "../feature";
import { ProfileForm } from "../profiles/profile-form";
import { SectionTabs } from "../section-tabs";
import { WaitingNote } from "../waiting-note";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Insurance prices" };

export default async function InsurancePricesPage({ params }: Props) {
  const { tenant } = await params;
  const { desk, saved } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    desk: await loadDesk(db, actor),
    saved: await findProfile(db, "insurance"),
  }));
  return (
    <>
      <PageHeader
        title="Insurance prices"
        description={
          saved
            ? "For every insurer without prices of its own."
            : "Not saved yet: these are prices to start with."
        }
      />
      <SectionTabs tenant={tenant} at="/insurance" />
      <WaitingNote tenant={tenant} {...desk} />
      <ProfileForm
        action={saveProfile.bind(null, tenant)}
        desk={desk}
        whose={{ payer: "insurance", insurerId: null, accountType: null }}
        profile={saved?.profile ?? draftProfile(payerNames.insurance, startingPrices().insurance)}
        version={saved?.version ?? ""}
        cancel={`/${tenant}/pricing`}
      />
    </>
  );
}
