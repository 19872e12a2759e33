import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/ui/buttons/submit-button";
import { Kbd } from "@/components/ui/kbd";
import { formatCents } from "@/lib/money";
import { type Priced, paysText } from "./priced";
import type { Desk } from "./use-desk";

/** The end of the desk, always in sight: what both payers would pay, and the way to save it. */
export const DeskActions = ({ prices: { cash, insurance } }: Pick<Desk, "prices">) => (
  <FormActions>
    {cash && insurance && (
      <p
        aria-hidden="true"
        className="flex justify-between gap-x-5 font-medium tabular-nums max-sm:basis-full! sm:mr-auto"
      >
        <span>Cash {paysText(cash, ({ totalCents }) => formatCents(totalCents))}</span>
        <span>Insurance {paysText(insurance, insuranceTotal)}</span>
      </p>
    )}
    <p className="mr-2 hidden text-[0.8125rem] text-ink-faint lg:block">
      <Kbd>Enter</Kbd> moves on, <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> saves
    </p>
    <SubmitButton name="next" value="quote">
      Save quote
    </SubmitButton>
    <SubmitButton name="next" value="book" variant="secondary">
      Save and book
    </SubmitButton>
  </FormActions>
);

function insuranceTotal({ shares, totalCents }: Priced): string {
  const { deductibleCents, customerCents } = shares;
  if (deductibleCents === null) return formatCents(totalCents);
  return `${formatCents(customerCents)} of ${formatCents(totalCents)}`;
}
