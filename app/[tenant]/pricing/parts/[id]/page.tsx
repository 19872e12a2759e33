import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { getPart } from "@/lib/domain/pricing/overrides/queries";
import { loadDesk } from "@/lib/domain/pricing/preview/queries";
import { view } from "@/lib/doors/view";
import { suppliesOf } from "@/lib/glass/pricing/supply";
import { editPart, removePart } from "../../actions";
import { feature } from "../../feature";
import { Supplies } from "../../supplies";
import { PartForm } from "../part-form";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Own part" };

export default async function PartPage({ params }: Props) {
  const { tenant, id } = await params;
  const { own, desk } = await view({ tenant, feature, allow: owners }, async (db, actor) => {
    const desk = await loadDesk(db, actor);
    const { own, sample } = await getPart(db, id, desk.today);
    return { own, desk: { ...desk, sample } };
  });
  const { nagsNumber, priceCents, costCents } = own;
  const supplies = suppliesOf(desk.book.suppliers, desk.sample.part, "aftermarket", desk.today);
  const home = `/${tenant}/pricing/parts`;
  return (
    <>
      <PageHeader
        title={nagsNumber}
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: "Own prices", href: home },
        ]}
        actions={
          <ActionButton
            action={removePart.bind(null, tenant)}
            fields={{ id }}
            variant="ghost"
            confirm={{
              title: `Remove your own price of ${nagsNumber}?`,
              body: "It is priced by your rules again, and its cost is not known. Saved quotes stay as they are.",
              confirm: "Remove part",
            }}
          >
            Remove
          </ActionButton>
        }
      />
      <PartForm
        action={editPart.bind(null, tenant)}
        desk={desk}
        own={{ id, nagsNumber, priceCents, costCents }}
        cancel={home}
      />
      <Supplies supplies={supplies} overruled={costCents !== null} />
    </>
  );
}
