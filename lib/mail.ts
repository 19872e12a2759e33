import { createTransport } from "nodemailer";
import { env } from "./env";

/** @param from a name to write before the installation's address, such as a shop's. */
export type Mail = { to: string; subject: string; text: string; from?: string; replyTo?: string };

/** Whether a mail server is set: without one nothing can be sent to a customer. */
export const canMail = (): boolean => Boolean(env().SMTP_URL);

const SECONDS = 1000;

/**
 * Sends one plain e-mail by the server of SMTP_URL; see `canMail`.
 * @throws the mail server's error when it does not take the mail.
 */
export async function sendMail({ from, ...mail }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new Error("No mail server is set: SMTP_URL");
  const waits = {
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 20 * SECONDS,
  };
  const transport = createTransport({ url: SMTP_URL, ...waits });
  const address = /<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM;
  try {
    await transport.sendMail({ ...mail, from: from ? { name: from, address } : MAIL_FROM });
  } finally {
    transport.close();
  }
}
