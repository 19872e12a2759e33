import { z } from "zod";
import { optionalMoney } from "@/lib/forms/fields";
import type { PriceBook } from "./book";

const cost = optionalMoney(1_000_00);

export const SaveCosts = z.object({ kitCostCents: cost, mouldingCostCents: cost, clipCostCents: cost });

/** The price book as it would be with other costs. */
export function withCosts(book: PriceBook, input: z.output<typeof SaveCosts>): PriceBook {
  const { kitCostCents, mouldingCostCents, clipCostCents } = input;
  return {
    ...book,
    costs: { kitCents: kitCostCents, mouldingCents: mouldingCostCents, clipCents: clipCostCents },
  };
}
