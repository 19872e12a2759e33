import { OwnProfileEditor } from "@/app/[tenant]/pricing/profiles/own-profile-editor";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { getOwnProfile } from "@/lib/domain/pricing/profiles/queries";
import { view } from "@/lib/doors/view";
import { feature } from "../../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Prices of an insurer" };

export default async function InsurerPage({ params }: Props) {
  const { tenant, id } = await params;
  const { desk, saved } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    saved: await getOwnProfile(db, "insurerId", id),
    desk: await loadDesk(db, actor),
  }));
  return (
    <OwnProfileEditor
      tenant={tenant}
      id={id}
      list={{ label: "Insurers", path: "insurers" }}
      otherwise="insurance"
      desk={desk}
      whose={{ payer: "insurer", insurerId: saved.of, accountType: null }}
      profile={saved.profile}
      version={saved.version}
    />
  );
}
