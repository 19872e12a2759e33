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

export const metadata = { title: "Cash prices" };

export default async function CashPricesPage({ params }: Props) {
  const { tenant } = await params;
  const { desk, saved } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    desk: await loadDesk(db, actor),
    saved: await findProfile(db, "cash"),
  }));
  return (
    <>
      <PageHeader
        title="Cash prices"
        description={
          saved
            ? "What customers pay themselves. Every other price stands on these."
            : "Not saved yet: these are prices to start with."
        }
      />
      <SectionTabs tenant={tenant} at="/cash" />
      <WaitingNote tenant={tenant} {...desk} />
      <ProfileForm
        action={saveProfile.bind(null, tenant)}
        desk={desk}
        whose={{ payer: "cash", insurerId: null, accountType: null }}
        profile={saved?.profile ?? draftProfile(payerNames.cash, startingPrices().cash)}
        version={saved?.version ?? ""}
        cancel={`/${tenant}/pricing`}
      />
    </>
  );
}
