import { mailFoot, type ShopPaper } from "@/lib/domain/shops/paper/paper";
import { env } from "@/lib/env";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { carName } from "@/lib/glass/vehicles/car";
import type { Mail } from "@/lib/mail/post";
import { formatCents } from "@/lib/money";
import { gradeNames } from "../work";
import type { agreedTo } from "./agreed";

type Signed = {
  quote: {
    id: string;
    number: number;
    customer: { name: string };
    vehicle: Parameters<typeof carName>[0];
    options: unknown[];
  };
  agreed: ReturnType<typeof agreedTo>;
  /** As signed. */
  name: string;
  /** The day and the time of day they wish for, in words. */
  when: string;
  /** The customer's address; may be empty. */
  email: string;
  slug: string;
};

/** Who hears of a signature: the shop, and the customer, whose copy of what they agreed to outlives their link. Those without an address hear nothing. */
export function signedMails(shop: ShopPaper, { quote, agreed, name, when, email, slug }: Signed): Mail[] {
  const car = carName(quote.vehicle);
  const subject = `Quote #${quote.number} is accepted`;
  const toShop = [
    `${quote.customer.name} accepted quote #${quote.number} for the ${car}: ${formatCents(agreed.totalCents)}.`,
    `They wish for ${when}. Confirm the day or move it:`,
    `${env().NEXTAUTH_URL ?? ""}/${slug}/quotes/${quote.id}`,
  ];
  const kind =
    quote.options.length > 0 ? `, ${gradeNames[agreed.grade as GlassGrade].toLowerCase()} glass` : "";
  const lines = agreed.lines.map(
    ({ description, totalCents }) =>
      `${description}: ${totalCents === 0 ? "included" : formatCents(totalCents)}`,
  );
  const insurer = agreed.insurerCents > 0 ? [`Your insurer pays: ${formatCents(agreed.insurerCents)}`] : [];
  const toCustomer = [
    `Hello ${quote.customer.name},`,
    `thank you. ${shop.name} has your work order for the ${car} and will confirm ${when}.`,
    `What you agreed to${kind}:`,
    [
      ...lines,
      `Tax: ${formatCents(agreed.taxCents)}`,
      `Total: ${formatCents(agreed.totalCents)}`,
      ...insurer,
      `You pay: ${formatCents(agreed.customerCents)}`,
    ].join("\n"),
    `"${agreed.wording}" Signed: ${name}`,
    ...mailFoot(shop),
  ];
  const mails = [
    { to: shop.email, subject, text: toShop.join("\n\n") },
    {
      to: email,
      subject: `Your copy: quote #${quote.number} from ${shop.name}`,
      text: toCustomer.join("\n\n"),
      from: shop.name,
      replyTo: shop.email,
    },
  ];
  return mails.filter(({ to }) => to);
}
