import { z } from "zod";
import { office } from "@/lib/auth/roles";
import { id } from "@/lib/fields";
import { lookup } from "@/lib/lookup";
import { loadLogo, loadPaper } from "@/lib/paper";
import { shownPicture } from "@/lib/pictures/pictures";
import { feature } from "../../feature";
import { paperOf } from "../../pdf/of-quote";
import { quotePdf } from "../../pdf/quote-pdf";
import { getQuote } from "../../queries";

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
