import { createTransport } from "nodemailer";
import { env } from "./env";

/** @param to nobody where no address is set. */
export type Mail = { to: string | undefined; subject: string; text: string };

/**
 * Sends one plain e-mail by the server of SMTP_URL. Without a server or an address the mail is written to the log instead.
 * @throws the mail server's error when it does not take the mail.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !mail.to) {
    const missing = SMTP_URL ? "Nobody is named to send this to" : "No mail server is set (SMTP_URL)";
    console.warn(`${missing}, so it is only written here:\n${mail.subject}\n${mail.text}`);
    return;
  }
  const transport = createTransport(SMTP_URL);
  try {
    await transport.sendMail({ from: MAIL_FROM, ...mail });
  } finally {
    transport.close();
  }
}
