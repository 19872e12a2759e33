import { loadLogo, loadPaper } from "@/lib/domain/shops/paper/paper";
import type { FileMaker } from "@/lib/mail/tasks";
import { shownPicture } from "@/lib/pictures/pictures";
import { getQuote } from "../queries";
import { paperOf } from "./of-quote";
import { quotePdf } from "./quote-pdf";

/** The quote's PDF for a mail. Null once the quote is not as it was sent: back with the shop, or lost. */
export const quoteFile: FileMaker = async (db, id, shop) => {
  const quote = await getQuote(db, id);
  if (quote.status !== "sent" && quote.status !== "accepted") return null;
  const { timeZone } = await db.tenant.findFirstOrThrow();
  const paper = paperOf(quote, await loadPaper(db), timeZone);
  const logo = await loadLogo(db);
  return {
    name: `quote-${quote.number}.pdf`,
    make: async () => quotePdf(paper, await shownPicture(logo), shop),
  };
};
