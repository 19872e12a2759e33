import type { Cents } from "@/lib/money";

/** What is known of the customer's cover when the insurer pays. */
export type Insurance = {
  /** The customer's deductible; null when nobody has said it yet. */
  deductibleCents: Cents | null;
  /** True when the insurer or its administrator stated it on the dispatch: then it holds, whatever a state rules. */
  stated: boolean;
};

/** What is being done, as far as it decides who pays. */
export type InsuredWork = { state: string | null; windshieldOnly: boolean; repairOnly: boolean };

/** What `Shares.rule` says where nobody has said the deductible yet. */
export const DEDUCTIBLE_UNKNOWN = "Deductible not known yet";

export type Shares = {
  insurerCents: Cents;
  customerCents: Cents;
  /** What applies after state rules; null when it is not known. */
  deductibleCents: Cents | null;
  /** Why it is that much, in words. */
  rule: string;
};

/**
 * States where a comprehensive policy carries no deductible for windshields: Florida (Statute 627.7288),
 * Kentucky and South Carolina. It covers windshields alone.
 */
const NO_WINDSHIELD_DEDUCTIBLE: Record<string, string> = {
  FL: "Florida",
  KY: "Kentucky",
  SC: "South Carolina",
};

/** True where the law waives the deductible on windshields. `state` is the two-letter code, in any case. */
export function waivesWindshieldDeductible(state: string | null): boolean {
  return state !== null && state.toUpperCase() in NO_WINDSHIELD_DEDUCTIBLE;
}

/** Splits a total between insurer and customer; without insurance the customer owes all. The shares add up to the total. */
export function splitTotal(totalCents: Cents, insurance: Insurance | null, work: InsuredWork): Shares {
  if (!insurance) return { insurerCents: 0, customerCents: totalCents, deductibleCents: null, rule: "Cash" };
  const { cents, rule } = deductibleOf(insurance, work);
  const customerCents = Math.min(totalCents, cents ?? 0);
  return { insurerCents: totalCents - customerCents, customerCents, deductibleCents: cents, rule };
}

function deductibleOf(insurance: Insurance, work: InsuredWork): { cents: Cents | null; rule: string } {
  if (insurance.stated && insurance.deductibleCents !== null)
    return { cents: insurance.deductibleCents, rule: "Deductible as stated by the insurer" };
  if (work.windshieldOnly && waivesWindshieldDeductible(work.state)) {
    const state = NO_WINDSHIELD_DEDUCTIBLE[work.state?.toUpperCase() ?? ""];
    return { cents: 0, rule: `${state}: no deductible on windshields` };
  }
  if (work.repairOnly) return { cents: 0, rule: "Repair: insurers usually waive the deductible" };
  if (insurance.deductibleCents === null) return { cents: null, rule: DEDUCTIBLE_UNKNOWN };
  return { cents: insurance.deductibleCents, rule: "Deductible of the policy" };
}
