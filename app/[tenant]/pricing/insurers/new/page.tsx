import { ProfileForm } from "@/app/[tenant]/pricing/profiles/profile-form";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { draftProfile } from "@/lib/domain/pricing/profiles/profile";
import { insurerOptions } from "@/lib/domain/pricing/profiles/queries";
import { startingPrices } from "@/lib/domain/pricing/profiles/starting-prices";
import { view } from "@/lib/doors/view";
import { saveProfile } from "../../actions";
import { feature } from "../../feature";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Prices of an insurer" };

export default async function NewInsurerPage({ params }: Props) {
  const { tenant } = await params;
  const { desk, insurers } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    desk: await loadDesk(db, actor),
    insurers: await insurerOptions(db),
  }));
  const home = `/${tenant}/pricing/insurers`;
  const copied = desk.book.insurance ?? draftProfile("", startingPrices().insurance);
  return (
    <>
      <PageHeader
        title="Prices of an insurer"
        description="Copied from your insurance prices. Change what its dispatch says otherwise."
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Insurers", href: home },
        ]}
      />
      <ProfileForm
        action={saveProfile.bind(null, tenant)}
        desk={desk}
        whose={{ payer: "insurer", insurerId: null, accountType: null }}
        profile={{ ...copied, name: "This insurer" }}
        version=""
        choose={{ name: "insurerId", label: "Insurer", options: insurers }}
        cancel={home}
      />
    </>
  );
}
