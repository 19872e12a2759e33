import { ActionButton } from "@/components/form/action-button";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { type ListPrice, listPriceWaits } from "@/lib/domain/catalog/catalog";
import { partTexts } from "@/lib/domain/catalog/part-texts";
import { getPart } from "@/lib/domain/catalog/queries";
import { catalogDay } from "@/lib/domain/catalog/today";
import { platform } from "@/lib/doors/platform";
import { fingerprint } from "@/lib/fingerprint";
import { colorLabel, type GlassPosition, positionLabel } from "@/lib/glass/parts/nags";
import { formatCents } from "@/lib/money";
import { HOME } from "../../home";
import { deletePart, editPart } from "../actions";
import { PartForm } from "../part-form";

type Props = { params: Promise<{ id: string }> };

export const metadata = { title: "Shared part" };

export default async function PartPage({ params }: Props) {
  const { id } = await params;
  const part = await platform((db) => getPart(db, id));
  const told = [
    positionLabel(part.glassPosition as GlassPosition),
    part.colorCode && (colorLabel(part.colorCode) ?? part.colorCode),
    part.attachments && "parts attached",
    part.premium && "premium",
  ].filter(Boolean);
  return (
    <>
      <PageHeader
        title={<span className="font-mono">{part.nagsNumber}</span>}
        description={
          <>
            {told.join(", ")} {part.demo && <Badge tone="info">Demo</Badge>}
          </>
        }
        breadcrumbs={[{ label: "Parts", href: HOME }]}
        actions={
          <ActionButton
            action={deletePart}
            fields={{ id }}
            variant="danger"
            confirm={{
              title: `Delete ${part.nagsNumber} for every shop?`,
              body: "No desk offers it any more. Saved quotes, jobs and invoices keep its number and the prices they were saved with; a shop's own price for it stays, too. Importing it again brings it back.",
              confirm: "Delete part",
            }}
          >
            Delete
          </ActionButton>
        }
      />
      <PartForm
        action={editPart}
        submit="Save part"
        cancel={HOME}
        part={{ ...partTexts(part), shown: fingerprint(part), priceNote: priceNote(part) }}
      />
    </>
  );
}

/** Of a price whose day is to come: what holds until then. */
function priceNote(part: ListPrice): string | undefined {
  if (!listPriceWaits(part, catalogDay())) return undefined;
  const before = part.listPriceBeforeCents;
  return before === null
    ? "Until then this part has no list price."
    : `Until then ${formatCents(before)} holds.`;
}
