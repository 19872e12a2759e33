"use client";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/buttons/button";
import { Code } from "@/components/ui/code";
import { formatMinutes } from "@/lib/dates";
import type { DeskPart } from "@/lib/domain/catalog/desk-parts";
import { featureLabel } from "@/lib/glass/parts/candidates";
import { formatCents } from "@/lib/money";

const calibrations = {
  static: "Static calibration",
  dynamic: "Dynamic calibration",
  dual: "Static and dynamic calibration",
};

type PartSummaryProps = {
  part: DeskPart;
  /** Listed for the vehicle that is being quoted. */
  fits: boolean;
  /** What it costs the shop, for who may see that. */
  cost: string | null;
  /** How many other parts it could be. */
  others: number;
  onAgain: () => void;
  onReplace: (number: string) => void;
};

/** The part that is being quoted, with what it brings along. */
export const PartSummary = ({ part, fits, cost, others, onAgain, onReplace }: PartSummaryProps) => (
  <div className="rounded-control border border-accent-line bg-accent-soft/50 px-3.5 py-3">
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0">
        <p className="wrap-anywhere font-semibold">{part.description}</p>
        <p className="text-ink-soft">
          <Code>{part.nagsNumber}</Code> · {listPrice(part)}{" "}
          {part.own && <Badge tone="good">Your part</Badge>}
        </p>
      </div>
      {others > 0 && (
        <Button size="sm" variant="ghost" onClick={onAgain}>
          Choose another part
        </Button>
      )}
    </div>
    <p className="mt-1.5 flex flex-wrap gap-1.5">
      {part.features.map((feature) => (
        <Badge key={feature}>{featureLabel(feature)}</Badge>
      ))}
      {part.calibration && <Badge tone="info">{calibrations[part.calibration]}</Badge>}
      {part.stock && <StockBadge {...part.stock} />}
      {part.laborMinutes > 0 && <Badge>{formatMinutes(part.laborMinutes)} of labor</Badge>}
    </p>
    {cost && <p className="mt-1.5 text-[0.8125rem] text-ink-soft">{cost}</p>}
    {!fits && (
      <p className="mt-1.5 text-[0.8125rem] text-warn-ink">
        Not listed for this vehicle. Check before ordering.
      </p>
    )}
    {part.supersededBy && (
      <p className="mt-1.5 text-[0.8125rem] text-warn-ink">
        Replaced by <Code>{part.supersededBy}</Code>.{" "}
        <button type="button" className="underline" onClick={() => onReplace(part.supersededBy ?? "")}>
          Quote that one
        </button>
      </p>
    )}
  </div>
);

const StockBadge = ({ onHand, bin }: NonNullable<DeskPart["stock"]>) =>
  onHand > 0 ? (
    <Badge tone="good" dot>
      {`${onHand} in stock${bin ? `, bin ${bin}` : ""}`}
    </Badge>
  ) : (
    <Badge tone="warn" dot>
      None in stock
    </Badge>
  );

/** "list $720.00, demo price": invented prices always say so. */
export function listPrice({ listPriceCents, demo }: Pick<DeskPart, "listPriceCents" | "demo">): string {
  if (listPriceCents === null) return "no list price";
  return `list ${formatCents(listPriceCents)}${demo ? ", demo price" : ""}`;
}
