import { PageHeader } from "@/components/ui/page-header";
import { platform } from "@/lib/doors/platform";
import { HOME } from "../../home";
import { addTpa } from "../actions";
import { TpaForm } from "../tpa-form";

export const metadata = { title: "New TPA" };

export default async function NewTpaPage() {
  await platform(async () => null);
  return (
    <>
      <PageHeader title="New TPA" breadcrumbs={[{ label: "TPAs", href: `${HOME}/tpas` }]} />
      <TpaForm action={addTpa} submit="Add TPA" />
    </>
  );
}
