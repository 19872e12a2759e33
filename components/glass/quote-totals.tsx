import type { ReactNode } from "react";
import { Money } from "@/components/ui/money";
import type { Cents } from "@/lib/money";

type QuoteTotalsProps = {
  subtotalCents: Cents;
  /** One row a jurisdiction, or one for all. */
  taxes: readonly { name: string; cents: Cents }[];
  totalCents: Cents;
  /** Who owes what; null where the customer pays all. */
  shares: { insurerCents: Cents; customerCents: Cents; rule?: string } | null;
};

/** What a quote comes to: subtotal, tax, total, and who owes it. */
export const QuoteTotals = ({ subtotalCents, taxes, totalCents, shares }: QuoteTotalsProps) => (
  <dl className="space-y-1">
    <Row term="Subtotal">
      <Money cents={subtotalCents} />
    </Row>
    {taxes.map((tax) => (
      <Row key={tax.name} term={tax.name}>
        <Money cents={tax.cents} />
      </Row>
    ))}
    <Row term="Total" strong>
      <Money cents={totalCents} strong />
    </Row>
    {shares && (
      <>
        <Row term="Insurer pays">
          <Money cents={shares.insurerCents} />
        </Row>
        <Row term="Customer pays" note={shares.rule} strong>
          <Money cents={shares.customerCents} strong />
        </Row>
      </>
    )}
  </dl>
);

type RowProps = { term: string; note?: string; strong?: boolean; children: ReactNode };

const Row = ({ term, note, strong, children }: RowProps) => (
  <div className="flex items-baseline justify-between gap-4">
    <dt className={strong ? "font-semibold" : "text-ink-soft"}>
      {term}
      {note && <span className="block text-[0.8125rem] font-normal text-ink-faint">{note}</span>}
    </dt>
    <dd className={strong ? "text-base" : undefined}>{children}</dd>
  </div>
);
