import { cx } from "@/components/ui/class-names";
import { Money } from "@/components/ui/money";
import type { compareQuotes, PriceDifference } from "@/lib/domain/pricing/preview/preview";
import { formatCents } from "@/lib/money";

/** The sample quote line by line, with what each line was before where something changes. */
export const PreviewTable = ({ change }: { change: ReturnType<typeof compareQuotes> }) => {
  const { lines, totals, margins, changed } = change;
  return (
    <>
      <p role="status" className="sr-only">
        {totalText(totals, changed)}
      </p>
      <table className="mt-2 w-full text-[0.8125rem]">
        <caption className="sr-only">Sample quote</caption>
        <thead>
          <tr className={cx("text-xs text-ink-faint", !changed && "sr-only")}>
            <th scope="col" className="py-1 text-left font-medium">
              Line
            </th>
            {changed && (
              <th scope="col" className="py-1 pl-3 text-right font-medium">
                Saved
              </th>
            )}
            <th scope="col" className="py-1 pl-3 text-right font-medium">
              {changed ? "New" : "Amount"}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line">
          {lines.map((row) => (
            <Row key={row.key} row={row} showsBefore={changed} unbilled="included" />
          ))}
        </tbody>
        <tbody className="border-t border-line-strong">
          {totals.map((row) => (
            <Row key={row.key} row={row} showsBefore={changed} strong={row.key === "total"} />
          ))}
        </tbody>
        <tbody className="border-t border-line text-ink-soft">
          {margins.map((row) => (
            <Row key={row.key} row={row} showsBefore={changed} unbilled="not known" />
          ))}
        </tbody>
      </table>
    </>
  );
};

/** "Total $814.00, was $840.00", for those who hear the screen. */
function totalText(totals: PriceDifference[], changed: boolean): string {
  const total = totals.find(({ key }) => key === "total");
  const was = changed && total?.before !== total?.after ? `, was ${formatCents(total?.before ?? 0)}` : "";
  return `Total ${formatCents(total?.after ?? 0)}${was}`;
}

type RowProps = { row: PriceDifference; showsBefore: boolean; strong?: boolean; unbilled?: string };

const Row = ({ row, showsBefore, strong, unbilled = "–" }: RowProps) => {
  const moved = showsBefore && row.before !== row.after;
  const amount = (cents: number | null) =>
    cents === null ? (
      <span className="whitespace-nowrap text-ink-faint">{unbilled}</span>
    ) : (
      <Money cents={cents} strong={strong} />
    );
  return (
    <tr>
      <th scope="row" className={cx("py-1.5 text-left align-top", strong ? "font-semibold" : "font-normal")}>
        {row.label}
        {row.why && <span className="block text-xs text-ink-faint">{row.why}</span>}
      </th>
      {showsBefore && (
        <td className="py-1.5 pl-3 text-right align-top text-ink-faint">
          {moved ? <s>{amount(row.before)}</s> : amount(row.before)}
        </td>
      )}
      <td className={cx("py-1.5 pl-3 text-right align-top", moved && "font-semibold text-accent-ink")}>
        {amount(row.after)}
      </td>
    </tr>
  );
};
