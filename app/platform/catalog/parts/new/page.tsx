import { PageHeader } from "@/components/ui/page-header";
import { platform } from "@/lib/doors/platform";
import { HOME } from "../../home";
import { addPart } from "../actions";
import { PartForm } from "../part-form";

export const metadata = { title: "New shared part" };

export default async function NewPartPage() {
  await platform(async () => null);
  return (
    <>
      <PageHeader
        title="New shared part"
        description="There for every shop as soon as it is saved."
        breadcrumbs={[{ label: "Parts", href: HOME }]}
      />
      <PartForm action={addPart} submit="Add part" cancel={HOME} />
    </>
  );
}
