import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { tpaOptions } from "@/lib/domain/catalog/queries";
import { platform } from "@/lib/doors/platform";
import { fingerprint } from "@/lib/fingerprint";
import { HOME } from "../../home";
import { deleteInsurer, editInsurer } from "../actions";
import { InsurerForm } from "../insurer-form";

type Props = { params: Promise<{ id: string }> };

export const metadata = { title: "Insurer" };

export default async function InsurerPage({ params }: Props) {
  const { id } = await params;
  const { insurer, tpas } = await platform(async (db) => ({
    insurer: await db.insurer.findUniqueOrThrow({ where: { id } }),
    tpas: await tpaOptions(db),
  }));
  return (
    <>
      <PageHeader
        title={insurer.name}
        breadcrumbs={[{ label: "Insurers", href: `${HOME}/insurers` }]}
        actions={
          <ActionButton
            action={deleteInsurer}
            fields={{ id }}
            variant="danger"
            confirm={{
              title: `Delete ${insurer.name} for every shop?`,
              body: "No shop can choose it any more. It is refused while any quote or claim names it.",
              confirm: "Delete insurer",
            }}
          >
            Delete
          </ActionButton>
        }
      />
      <InsurerForm
        action={editInsurer}
        submit="Save insurer"
        tpas={tpas}
        insurer={{ ...insurer, shown: fingerprint(insurer) }}
      />
    </>
  );
}
