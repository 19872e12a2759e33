import { type Cents, formatCents } from "@/lib/money";

/** What somebody agrees to by signing. @param customerCents what they themselves pay; null while they choose the glass */
export const acceptWording = (shop: string, customerCents: Cents | null) =>
  `I accept this quote, I pay ${customerCents === null ? "what is shown for the glass I chose" : `${formatCents(customerCents)} of it`}, and I ask ${shop} to do the work.`;

const hidden = (phone: string) => `the number ending in ${phone.slice(-4)}`;

/** What somebody agrees to by ticking the box for texts. @param phone as kept */
export const textsWording = (shop: string, phone: string) =>
  `${shop} may text me about this job at ${hidden(phone)}. Message and data rates may apply; reply STOP to end them. I can accept without this.`;
