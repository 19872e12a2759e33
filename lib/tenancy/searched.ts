import { codeTerms, partTerms, phoneTerms, textTerms, vinTerms } from "./terms";

type Searched = {
  /** What its terms are called by. */
  kind: string;
  /** How each column is found. */
  columns: Record<string, (value: string) => string[]>;
};

/** The tables whose rows are found by search terms. What a record is found by besides is its customer's, its vehicle's and so on: see lib/search.ts. */
export const searched: Record<string, Searched> = {
  customers: {
    kind: "customer",
    columns: { name: textTerms, company: textTerms, email: textTerms, phone: phoneTerms },
  },
  vehicles: { kind: "vehicle", columns: { plate: codeTerms, vin: vinTerms } },
  quotes: { kind: "quote", columns: { number: textTerms, nags_number: partTerms } },
  jobs: { kind: "job", columns: { number: textTerms } },
  invoices: { kind: "invoice", columns: { number: textTerms, insurer_name: textTerms } },
  payments: { kind: "payment", columns: { reference: codeTerms } },
  claims: {
    kind: "claim",
    columns: { claim_number: codeTerms, policy_number: codeTerms, policyholder: textTerms },
  },
  stock_items: { kind: "stock", columns: { nags_number: partTerms } },
  part_overrides: { kind: "override", columns: { nags_number: partTerms } },
  parts: { kind: "part", columns: { nags_number: partTerms, description: textTerms } },
};

type Row = { subject: string; found: Record<string, string | null> };

/** What a row says it is found by. */
export function termsOf(table: string, { found }: Row): Set<string> {
  const columns = Object.entries(searched[table]?.columns ?? {});
  return new Set(columns.flatMap(([column, terms]) => terms(found[column] ?? "")));
}
