import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { platform } from "@/lib/doors/platform";
import { fingerprint } from "@/lib/fingerprint";
import { HOME } from "../../home";
import { deleteTpa, editTpa } from "../actions";
import { TpaForm } from "../tpa-form";

type Props = { params: Promise<{ id: string }> };

export const metadata = { title: "TPA" };

export default async function TpaPage({ params }: Props) {
  const { id } = await params;
  const tpa = await platform((db) => db.tpa.findUniqueOrThrow({ where: { id } }));
  return (
    <>
      <PageHeader
        title={tpa.name}
        breadcrumbs={[{ label: "TPAs", href: `${HOME}/tpas` }]}
        actions={
          <ActionButton
            action={deleteTpa}
            fields={{ id }}
            variant="danger"
            confirm={{
              title: `Delete ${tpa.name} for every shop?`,
              body: "It is refused while it takes the claims of any insurer.",
              confirm: "Delete TPA",
            }}
          >
            Delete
          </ActionButton>
        }
      />
      <TpaForm action={editTpa} submit="Save TPA" tpa={{ ...tpa, shown: fingerprint(tpa) }} />
    </>
  );
}
