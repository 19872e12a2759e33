import type { PriceBook } from "@/lib/domain/pricing/book";
import { STARTING } from "@/lib/domain/pricing/profiles/starting-prices";
import { costSummary, profileSummary, taxSummary } from "@/lib/domain/pricing/profiles/summary";
import type { Profile } from "@/lib/glass/pricing/quote-types";

/** One thing to set, and how far it is. */
export type Step = {
  path: string;
  title: string;
  text: string;
  status: string;
  tone: "good" | "warn" | "neutral";
};

/** What there is to set, in the order in which a new shop does it. */
export function stepsOf(book: PriceBook, ownParts: number): Step[] {
  const [insurers, accounts] = [Object.values(book.insurers), Object.values(book.accounts)];
  const hasTax = book.jurisdictions.length > 0;
  const { kitCents, mouldingCents, clipCents } = book.costs;
  const costsKnown = kitCents !== null && mouldingCents !== null && clipCents !== null;
  return [
    {
      path: "/tax",
      title: "Tax",
      text: hasTax
        ? taxSummary(book)
        : "Your sales tax rates, and which lines are taxed. None in some states.",
      ...(hasTax ? set : { status: "No tax", tone: "warn" as const }),
    },
    {
      path: "/cash",
      title: "Cash prices",
      text: book.cash
        ? profileSummary(book.cash)
        : "What customers pay themselves. Every quote stands on them.",
      ...stateOf(book.cash),
    },
    {
      path: "/insurance",
      title: "Insurance prices",
      text: book.insurance
        ? profileSummary(book.insurance)
        : "For every insurer without prices of its own. Until they are set, insurers get your cash prices.",
      ...stateOf(book.insurance),
    },
    {
      path: "/insurers",
      title: "Insurers with their own prices",
      text: insurers.map(({ name }) => name).join(", ") || "Rates as an insurer prints them on its dispatch.",
      ...counted(insurers.length),
    },
    {
      path: "/accounts",
      title: "Accounts with their own prices",
      text:
        accounts.map(({ name }) => name).join(", ") ||
        "Fleets, body shops, dealerships: what you agreed with them.",
      ...counted(accounts.length),
    },
    {
      path: "/parts",
      title: "Parts with your own price or cost",
      text: "Single parts that your rules don't fit, and what you pay for them.",
      ...counted(ownParts),
    },
    {
      path: "/suppliers",
      title: "Suppliers",
      text:
        book.suppliers.map(({ name }) => name).join(", ") ||
        "Whom you buy glass from, and what it costs there.",
      ...counted(book.suppliers.length),
    },
    {
      path: "/costs",
      title: "Costs of what goes with the glass",
      text: costSummary(book),
      ...(costsKnown ? set : { status: "Margins not known", tone: "neutral" as const }),
    },
  ];
}

type State = Pick<Step, "status" | "tone">;

const set: State = { status: "Set", tone: "good" };

function stateOf(profile: Profile | null): State {
  if (!profile) return { status: "Not set", tone: "warn" };
  return profile.name.endsWith(STARTING) ? { status: "Starting prices: check them", tone: "warn" } : set;
}

const counted = (count: number): State => ({
  status: count === 0 ? "None" : String(count),
  tone: count === 0 ? "neutral" : "good",
});
