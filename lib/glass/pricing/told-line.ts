export type LineFacts = {
  /** An hour is what is priced, not a piece. */
  hourly: boolean;
  /** In another line's price: it stands there at no charge. */
  included: boolean;
  /** The rule without what the shop pays, for who may not see costs. */
  ruleWithoutCost: string;
};

/**
 * What a kept line says of itself. Lines keep their rule as a sentence alone, so it is read back here and nowhere else: seals of links
 * that stand open hang on just this reading, so a sentence that reads oddly is still read the same.
 */
export function factsOf({ rule }: { rule: string }): LineFacts {
  return {
    hourly: rule.includes("an hour"),
    included: rule.endsWith(" included"),
    ruleWithoutCost: rule.replace(/cost plus [\d.]+%/, "the shop's markup"),
  };
}

/** Why there was a discount, as it was typed. */
export function discountReasonOf({ description }: { description: string }): string {
  return description.replace(/^Discount: /, "");
}
