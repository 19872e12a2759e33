import { Badge } from "@/components/ui/badge";
import { Code } from "@/components/ui/code";
import { Money } from "@/components/ui/money";
import { factsOf } from "@/lib/glass/pricing/told-line";
import { type Cents, formatCents } from "@/lib/money";

export type QuoteLineView = {
  key: string;
  kind: string;
  description: string;
  nagsNumber: string | null;
  /** In hundredths: 250 is 2.5. */
  quantity: number;
  unitCents: Cents;
  totalCents: Cents;
  /** Which rule made the price, and the layer the rule came from. */
  rule: string;
  layer: string;
};

type QuoteLinesProps = {
  lines: readonly QuoteLineView[];
  /** Says under each line why it costs that much. Never printed. */
  why?: boolean;
};

/** The lines of a quote: what, how much of it, and for how much. */
export const QuoteLines = ({ lines, why = false }: QuoteLinesProps) => (
  <table className="w-full">
    <caption className="sr-only">Lines</caption>
    <thead className="sr-only">
      <tr>
        <th scope="col">What</th>
        <th scope="col">Amount</th>
      </tr>
    </thead>
    <tbody className="divide-y divide-line">
      {lines.map((line) => (
        <tr key={line.key} className="align-top">
          <td className="wrap-anywhere py-2 pr-4 pl-4 md:pl-5">
            <span className="font-medium">{line.description}</span>
            <Details line={line} />
            {why && (
              <span data-screen-only="" className="block text-[0.8125rem] text-ink-faint">
                {line.rule} ({layerLabel(line.layer)})
              </span>
            )}
          </td>
          <td className="py-2 pr-4 text-right md:pr-5">
            <Amount line={line} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Details = ({ line }: { line: QuoteLineView }) => {
  const hours = line.kind === "labour" && factsOf(line).hourly;
  const amount = `${line.quantity / 100}${hours ? " h" : ""}`;
  const price = line.unitCents === 0 ? "" : ` × ${formatCents(line.unitCents)}`;
  const count = line.quantity === 100 ? "" : amount + price;
  if (!count && !line.nagsNumber) return null;
  return (
    <span className="block text-[0.8125rem] text-ink-soft tabular-nums">
      {line.nagsNumber && <Code>{line.nagsNumber}</Code>}
      {line.nagsNumber && count && " · "}
      {count}
    </span>
  );
};

const Amount = ({ line }: { line: QuoteLineView }) => {
  if (line.totalCents !== 0) return <Money cents={line.totalCents} />;
  return factsOf(line).included ? (
    <span className="text-ink-soft">Included</span>
  ) : (
    <Badge tone="warn">No price</Badge>
  );
};

const layers: Record<string, string> = {
  catalog: "from the catalog",
  shop: "your cash prices",
  profile: "the payer's prices",
  "part override": "your price for this part",
  manual: "set by hand",
};

const layerLabel = (layer: string) => layers[layer] ?? layer;
