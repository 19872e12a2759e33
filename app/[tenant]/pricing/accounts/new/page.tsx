import { ProfileForm } from "@/app/[tenant]/pricing/profiles/profile-form";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { draftProfile } from "@/lib/domain/pricing/profiles/profile";
import { accountOptionsLeft } from "@/lib/domain/pricing/profiles/queries";
import { startingPrices } from "@/lib/domain/pricing/profiles/starting-prices";
import { view } from "@/lib/doors/view";
import { saveProfile } from "../../actions";
import { feature } from "../../feature";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Prices of an account" };

export default async function NewAccountPage({ params }: Props) {
  const { tenant } = await params;
  const { desk, accounts } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    desk: await loadDesk(db, actor),
    accounts: await accountOptionsLeft(db),
  }));
  const home = `/${tenant}/pricing/accounts`;
  const copied = desk.book.cash ?? draftProfile("", startingPrices().cash);
  return (
    <>
      <PageHeader
        title="Prices of an account"
        description="Copied from your cash prices. Change what you agreed otherwise."
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Accounts", href: home },
        ]}
      />
      <ProfileForm
        action={saveProfile.bind(null, tenant)}
        desk={desk}
        whose={{ payer: "account", insurerId: null, accountType: null }}
        profile={{ ...copied, name: "This account" }}
        version=""
        choose={{ name: "accountType", label: "Kind of account", options: accounts }}
        cancel={home}
      />
    </>
  );
}
