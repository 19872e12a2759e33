import { z } from "zod";
import { office } from "@/lib/auth/roles";
import { paperOf } from "@/lib/domain/quotes/pdf/of-quote";
import { quotePdf } from "@/lib/domain/quotes/pdf/quote-pdf";
import { getQuote } from "@/lib/domain/quotes/queries";
import { loadLogo, loadPaper } from "@/lib/domain/shops/paper/paper";
import { lookup } from "@/lib/doors/lookup";
import { id } from "@/lib/forms/fields";
import { shownPicture } from "@/lib/pictures/pictures";
import { feature } from "../../feature";

/** The quote as a PDF, to mail or to print. */
export const GET = lookup({
  feature,
  allow: office,
  query: z.object({ id }),
  run: async (db, { id }, actor) => ({
    paper: paperOf(await getQuote(db, id), await loadPaper(db), actor.timeZone),
    logo: await loadLogo(db),
  }),
  file: async ({ paper, logo }, shop) => ({
    bytes: await quotePdf(paper, await shownPicture(logo), shop),
    type: "application/pdf",
    name: `quote-${paper.number}.pdf`,
  }),
});
