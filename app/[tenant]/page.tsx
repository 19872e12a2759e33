import { PageHeader } from "@/components/ui/page-header";
import { everyone } from "@/lib/auth/roles";
import { view } from "@/lib/view";

export const metadata = { title: "Today" };

export default async function TodayPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const actor = await view({ tenant, feature: {}, allow: everyone }, async (_db, who) => who);
  return <PageHeader title={actor.name} />;
}
