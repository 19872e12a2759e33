import { paperOf } from "@/lib/domain/quotes/pdf/of-quote";
import { quotePdf } from "@/lib/domain/quotes/pdf/quote-pdf";
import { quoteOfLink } from "@/lib/domain/quotes/signing/seen";
import { loadLogo, loadPaper } from "@/lib/domain/shops/paper/paper";
import { guestFile } from "@/lib/doors/guest";
import { shownPicture } from "@/lib/pictures/pictures";
import { NotFound } from "@/lib/tenancy/tenancy";

/** The quote of a link as a PDF, as long as the link shows it. */
export const GET = guestFile(
  async (db, linkId) => {
    const { quote, shop, standing } = await quoteOfLink(db, linkId);
    if (standing !== "open" && standing !== "accepted") throw new NotFound();
    return { paper: paperOf(quote, await loadPaper(db), shop.timeZone), logo: await loadLogo(db) };
  },
  async ({ paper, logo }, shop) => ({
    bytes: await quotePdf(paper, await shownPicture(logo), shop),
    type: "application/pdf",
    name: `quote-${paper.number}.pdf`,
  }),
);
