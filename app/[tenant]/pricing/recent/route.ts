import { owners } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { lookup } from "@/lib/lookup";
import { feature } from "../feature";
import { RecentQuery } from "../part";
import { overridesOf } from "../queries";
import { recentQuotes } from "../recent-quotes";

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
