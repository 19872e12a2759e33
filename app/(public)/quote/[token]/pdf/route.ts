import { paperOf } from "@/app/[tenant]/quotes/pdf/of-quote";
import { quotePdf } from "@/app/[tenant]/quotes/pdf/quote-pdf";
import { guestFile } from "@/lib/guest";
import { loadLogo, loadPaper } from "@/lib/paper";
import { shownPicture } from "@/lib/pictures/pictures";
import { NotFound } from "@/lib/tenancy/tenancy";
import { quoteOfLink } from "../seen";

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
