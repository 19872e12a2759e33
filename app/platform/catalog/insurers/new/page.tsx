import { PageHeader } from "@/components/ui/page-header";
import { tpaOptions } from "@/lib/domain/catalog/queries";
import { platform } from "@/lib/doors/platform";
import { HOME } from "../../home";
import { addInsurer } from "../actions";
import { InsurerForm } from "../insurer-form";

export const metadata = { title: "New insurer" };

export default async function NewInsurerPage() {
  const tpas = await platform(tpaOptions);
  return (
    <>
      <PageHeader title="New insurer" breadcrumbs={[{ label: "Insurers", href: `${HOME}/insurers` }]} />
      <InsurerForm action={addInsurer} submit="Add insurer" tpas={tpas} />
    </>
  );
}
