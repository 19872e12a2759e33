import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import type { AgreedType } from "@/lib/glass/accounts";
import { view } from "@/lib/view";
import { removeOwnPrices, saveProfile } from "../../actions";
import { feature } from "../../feature";
import { ProfileForm } from "../../profile-form";
import { getOwnProfile } from "../../profile-queries";
import { loadDesk } from "../../queries";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Prices of an account" };

export default async function AccountPage({ params }: Props) {
  const { tenant, id } = await params;
  const { desk, saved } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    saved: await getOwnProfile(db, "accountType", id),
    desk: await loadDesk(db, actor),
  }));
  const { profile, version, of: accountType } = saved;
  const home = `/${tenant}/pricing/accounts`;
  return (
    <>
      <PageHeader
        title={`${profile.name} prices`}
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Accounts", href: home },
        ]}
        actions={
          <ActionButton
            action={removeOwnPrices.bind(null, tenant)}
            fields={{ id }}
            variant="ghost"
            confirm={{
              title: `Remove the prices of ${profile.name}?`,
              body: "New quotes take your cash prices. Saved quotes stay as they are.",
              confirm: "Remove prices",
            }}
          >
            Remove
          </ActionButton>
        }
      />
      <ProfileForm
        action={saveProfile.bind(null, tenant)}
        desk={desk}
        whose={{ payer: "account", insurerId: null, accountType: accountType as AgreedType }}
        profile={profile}
        version={version}
        cancel={home}
      />
    </>
  );
}
