/** Who a customer is to a shop's prices, as the trade's own systems tell accounts apart. */
export const ACCOUNT_TYPES = [
  "retail",
  "fleet",
  "body_shop",
  "dealership",
  "rental",
  "government",
  "wholesale",
  "insurance_agency",
] as const;

export type AccountType = (typeof ACCOUNT_TYPES)[number];

const names: Record<AccountType, string> = {
  retail: "Retail",
  fleet: "Fleet",
  body_shop: "Body shop",
  dealership: "Dealership",
  rental: "Rental",
  government: "Government",
  wholesale: "Wholesale",
  insurance_agency: "Insurance agency",
};

/** An account type in words: `body_shop` becomes "Body shop". */
export function accountName(type: string): string {
  return names[type as AccountType] ?? type;
}

/** Account types to choose from, retail first: it is what everybody is who has no account. */
export const accountOptions = ACCOUNT_TYPES.map((value) => ({ value, label: names[value] }));
