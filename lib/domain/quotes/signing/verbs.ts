import { z } from "zod";
import { dayOf, formatDate } from "@/lib/dates";
import { allowTexts } from "@/lib/domain/customers/verbs";
import { loadPaper } from "@/lib/domain/shops/paper/paper";
import { checkbox, optionalLines, text } from "@/lib/forms/fields";
import { windowNames } from "@/lib/glass/time-window";
import { postMail } from "@/lib/mail/post";
import { Refusal } from "@/lib/refusal";
import { SIGNATURE_PATH } from "@/lib/signature";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { optionChosen, visitFields } from "../forms";
import { chosen } from "../options";
import { accept, holdQuote } from "../verbs";
import { agreedTo } from "./agreed";
import { quoteOfLink, shown } from "./seen";
import { signedMails } from "./signed-mails";
import { textsWording } from "./wording";

const MOST_DRAWN = 20_000;

export const SignQuote = z
  .object({
    ...visitFields,
    /** Which quote the customer has before their eyes, see `shown`. */
    seal: z.string().default(""),
    notes: optionalLines(1000),
    texts: checkbox,
    name: text("your full name", 100).refine(
      (name) => name === "" || /\p{L}/u.test(name),
      "Enter your full name.",
    ),
    drawing: z
      .string()
      .max(MOST_DRAWN, "That is too much ink. Clear it and sign again.")
      .regex(SIGNATURE_PATH, "Clear the signature and sign again.")
      .default(""),
  })
  .check(optionChosen);

const tooLate: Record<string, string> = {
  changing: "The shop is changing this quote. Reload the page in a while, or call them.",
  accepted: "This quote is accepted already.",
  closed: "This quote is no longer open. Call the shop for a new one.",
};

/**
 * The customer accepts a quote on their own screen: their choice becomes a work order on the day they wish for, and what they agreed to
 * is kept with their name. Shop and customer hear of it by mail. @param linkId of the link they came by. @returns what was signed, and when
 * the work is wanted, in words. @throws NotFound; Refusal
 */
export async function sign(db: Db, linkId: string, input: z.output<typeof SignQuote>, browser: string) {
  const { quoteId } = await db.quoteLink.findUniqueOrThrow({ where: by("id", linkId) });
  await holdQuote(db, quoteId);
  const { link, quote, shop, today, standing } = await quoteOfLink(db, linkId);
  if (standing !== "open") throw new Refusal(tooLate[standing] ?? "");
  const { seal, option, choose: _, name, drawing, texts, ...visit } = input;
  const paper = await loadPaper(db);
  if (seal !== shown(quote, paper.terms).seal)
    throw new Refusal("The shop has changed this quote since you opened it. Reload the page and look again.");
  const one = chosen(quote, option);
  await accept(db, one, { ...visit, dayRequested: true }, today);
  const agreed = agreedTo(one, shop.name);
  await db.quoteSignature.create({
    data: {
      quoteId: quote.id,
      name,
      drawing,
      email: link.email,
      agreed,
      userAgent: browser,
    },
  });
  const { customerId, customer, number } = quote;
  if (texts && customer.phone)
    await allowTexts(db, {
      customerId,
      phone: customer.phone,
      wording: textsWording(shop.name, customer.phone),
      source: `quote ${number}`,
    });
  const day = formatDate(dayOf(input.day), today);
  const when = `${day}, ${windowNames[input.timeWindow]?.toLowerCase()}`;
  const email = link.email || customer.email;
  for (const mail of signedMails(paper, { quote, agreed, name, when, email, slug: shop.slug }))
    await postMail(db, {
      ...mail,
      about: { kind: "quote", id: quote.id },
      attachment: { kind: "quote.pdf", id: quote.id },
    });
  return { quoteId: quote.id, grade: one.grade, shop: shop.name, when };
}
