import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { MOST_LOGO_BYTES, paperNames } from "@/lib/domain/shops/paper/forms";
import { loadLogo, loadPaper, QUOTE_VALID_DAYS } from "@/lib/domain/shops/paper/paper";
import { view } from "@/lib/doors/view";
import { shownOf } from "@/lib/forms/shown";
import { shownPicture } from "@/lib/pictures/pictures";
import { unlessBusy } from "@/lib/workers/faults";
import { savePaper } from "../actions";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";
import { PaperForm } from "./paper-form";

export const metadata = { title: "Paper" };

export default async function PaperPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const { shop, logo, settings } = await view({ tenant, feature, allow: owners }, async (db) => ({
    shop: await loadPaper(db),
    logo: await loadLogo(db),
    settings: await db.shopSettings.findFirst({ select: { quoteValidDays: true } }),
  }));
  const unread = logo !== null && (await shownPicture(logo).catch(unlessBusy)) === null;
  return (
    <>
      <PageHeader title="Settings" />
      <SectionTabs tenant={tenant} at="/paper" />
      {unread && (
        <div className="mb-5">
          <Callout kind="warn" title="Your logo can't be read">
            Papers go out without it. Choose another, or print without a logo.
          </Callout>
        </div>
      )}
      <PaperForm
        action={savePaper.bind(null, tenant)}
        shown={shownOf(shop, paperNames)}
        shop={unread ? { ...shop, logo: null } : shop}
        mayRemove={logo !== null}
        quoteValidDays={settings?.quoteValidDays ?? QUOTE_VALID_DAYS}
        mostLogoBytes={MOST_LOGO_BYTES}
      />
    </>
  );
}
