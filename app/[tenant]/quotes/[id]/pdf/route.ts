import { z } from "zod";
import { office } from "@/lib/auth/roles";
import { id } from "@/lib/fields";
import { lookup } from "@/lib/lookup";
import { loadLogo, loadPaper } from "@/lib/paper";
import { feature } from "../../feature";
import { paperOf } from "../../pdf/of-quote";
import { quotePdf } from "../../pdf/quote-pdf";
import { getQuote } from "../../queries";

/** The quote as a PDF, to mail or to print. */
export const GET = lookup({
  feature,
  allow: office,
  query: z.object({ id }),
  run: async (db, { id }, actor) =>
    paperOf(await getQuote(db, id), await loadPaper(db), await loadLogo(db), actor.timeZone),
  file: async (paper) => ({
    bytes: await quotePdf(paper),
    type: "application/pdf",
    name: `quote-${paper.number}.pdf`,
  }),
});
