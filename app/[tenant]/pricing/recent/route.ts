import { owners } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { RecentQuery } from "@/lib/domain/pricing/overrides/override";
import { overridesOf } from "@/lib/domain/pricing/overrides/queries";
import { recentQuotes } from "@/lib/domain/pricing/preview/recent-quotes";
import { lookup } from "@/lib/doors/lookup";
import { feature } from "../feature";

/** The newest quotes and the shop's own prices of their parts: what a draft of prices is tried on. */
export const GET = lookup({
  feature,
  allow: owners,
  query: RecentQuery,
  run: async (db, { from }, { timeZone }) => {
    const quotes = await recentQuotes(db, from ?? dateIn(timeZone, new Date()), timeZone);
    const numbers = quotes.flatMap(({ request }) =>
      request.items.flatMap(({ part }) => part.nagsNumber ?? []),
    );
    return { quotes, overrides: await overridesOf(db, numbers) };
  },
});
