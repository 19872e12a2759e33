import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadPaper, QUOTE_VALID_DAYS } from "@/lib/paper";
import { view } from "@/lib/view";
import { savePaper } from "../actions";
import { feature } from "../feature";
import { MOST_LOGO_BYTES } from "../paper";
import { SectionTabs } from "../section-tabs";
import { PaperForm } from "./paper-form";

export const metadata = { title: "Paper" };

export default async function PaperPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const { shop, settings } = await view({ tenant, feature, allow: owners }, async (db) => ({
    shop: await loadPaper(db),
    settings: await db.shopSettings.findFirst({ select: { quoteValidDays: true } }),
  }));
  return (
    <>
      <PageHeader title="Settings" />
      <SectionTabs tenant={tenant} at="/paper" />
      <PaperForm
        action={savePaper.bind(null, tenant)}
        shop={shop}
        quoteValidDays={settings?.quoteValidDays ?? QUOTE_VALID_DAYS}
        mostLogoBytes={MOST_LOGO_BYTES}
      />
    </>
  );
}
