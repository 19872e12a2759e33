import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { view } from "@/lib/doors/view";
import { addPart } from "../../actions";
import { feature } from "../../feature";
import { PartForm } from "../part-form";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Add part" };

export default async function NewPartPage({ params }: Props) {
  const { tenant } = await params;
  const desk = await view({ tenant, feature, allow: owners }, loadDesk);
  const home = `/${tenant}/pricing/parts`;
  return (
    <>
      <PageHeader
        title="Add part"
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Own prices", href: home },
        ]}
      />
      <PartForm action={addPart.bind(null, tenant)} desk={desk} cancel={home} />
    </>
  );
}
