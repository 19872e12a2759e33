import { type Cents, formatCents } from "@/lib/money";
import { cx } from "./class-names";

type MoneyProps = {
  /** Whole cents; null or undefined shows a dash. */
  cents: Cents | null | undefined;
  /** Bold, for totals. */
  strong?: boolean;
};

/** An amount of money: digits of equal width, so that columns line up. */
export const Money = ({ cents, strong }: MoneyProps) => (
  <span
    className={cx(
      "whitespace-nowrap tabular-nums",
      strong && "font-semibold",
      (cents ?? 0) < 0 && "text-bad-ink",
    )}
  >
    {cents === null || cents === undefined ? "–" : formatCents(cents)}
  </span>
);
