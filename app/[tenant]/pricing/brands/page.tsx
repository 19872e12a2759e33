import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { view } from "@/lib/doors/view";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";
import { saveBrands } from "./actions";
import { BrandsForm } from "./brands-form";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Brands of glass" };

export default async function BrandsPage({ params }: Props) {
  const { tenant } = await params;
  const lists = await view({ tenant, feature, allow: owners }, (db) =>
    db.brandPreference.findMany({
      select: { glassPosition: true, grade: true, brands: true },
      orderBy: [{ glassPosition: "desc" }, { grade: "asc" }],
    }),
  );
  return (
    <>
      <PageHeader
        title="Brands of glass"
        description="Your counter is offered these for each kind of glass. The brand stands on the quote; it changes no price."
      />
      <SectionTabs tenant={tenant} at="/brands" />
      <BrandsForm action={saveBrands.bind(null, tenant)} lists={lists} />
    </>
  );
}
