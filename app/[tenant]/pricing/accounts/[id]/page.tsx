import { OwnProfileEditor } from "@/app/[tenant]/pricing/profiles/own-profile-editor";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { getOwnProfile } from "@/lib/domain/pricing/profiles/queries";
import { view } from "@/lib/doors/view";
import type { AgreedType } from "@/lib/glass/pricing/accounts";
import { feature } from "../../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Prices of an account" };

export default async function AccountPage({ params }: Props) {
  const { tenant, id } = await params;
  const { desk, saved } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    saved: await getOwnProfile(db, "accountType", id),
    desk: await loadDesk(db, actor),
  }));
  return (
    <OwnProfileEditor
      tenant={tenant}
      id={id}
      list={{ label: "Accounts", path: "accounts" }}
      otherwise="cash"
      desk={desk}
      whose={{ payer: "account", insurerId: null, accountType: saved.of as AgreedType }}
      profile={saved.profile}
      version={saved.version}
    />
  );
}
