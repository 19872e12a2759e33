/** Customers who may have prices agreed with them, as the trade's own systems tell accounts apart. */
export const AGREED_TYPES = [
  "fleet",
  "body_shop",
  "dealership",
  "rental",
  "government",
  "wholesale",
  "insurance_agency",
] as const;

/** Who a customer may be to a shop's prices: retail is everybody who has no account. */
export const ACCOUNT_TYPES = ["retail", ...AGREED_TYPES] as const;

export type AgreedType = (typeof AGREED_TYPES)[number];

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

const optionOf = (value: AccountType) => ({ value, label: names[value] });

/** Account types to choose from, retail first. */
export const accountOptions = ACCOUNT_TYPES.map(optionOf);

/** Those that prices may be agreed with. */
export const agreedOptions = AGREED_TYPES.map(optionOf);
