import { createTransport } from "nodemailer";
import { env } from "../env";

/** A mail that is ready to go. */
export type Outgoing = {
  /** Names the mail for good: servers know a second copy by it. */
  id: string;
  recipient: string;
  mailSubject: string;
  body: string;
  /** A name to write before the installation's address, such as a shop's; may be empty, as may `replyTo`. */
  senderName: string;
  replyTo: string;
  files: MailFile[];
};

export type MailFile = { name: string; bytes: Uint8Array };

/** Why a mail was not taken: for good, where the server refuses it, or for now. */
export type Problem = "refused" | "unreachable";

export class Undelivered extends Error {
  override name = "Undelivered";

  /** @param reply what the mail server said; may be empty. */
  constructor(
    readonly problem: Problem,
    readonly reply: string,
    options?: ErrorOptions,
  ) {
    super("The mail was not taken", options);
  }
}

/** Whether a mail server is set: without one mails stay in the outbox. */
export const canMail = (): boolean => Boolean(env().SMTP_URL);

const SECONDS = 1000;
const MOST_OF_A_REPLY = 300;

/** Hands one mail to the server of SMTP_URL; see `canMail`. @throws Undelivered */
export async function deliver({ id, files, ...mail }: Outgoing): Promise<void> {
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
    await transport.sendMail({
      messageId: `<${id}@${address.split("@").at(-1)}>`,
      to: mail.recipient,
      subject: mail.mailSubject,
      text: mail.body,
      from: mail.senderName ? { name: mail.senderName, address } : MAIL_FROM,
      replyTo: mail.replyTo || undefined,
      attachments: files.map(({ name, bytes }) => ({ filename: name, content: Buffer.from(bytes) })),
    });
  } catch (error) {
    const { code, responseCode, response } = error as {
      code?: string;
      responseCode?: number;
      response?: string;
    };
    // Of our own sign-in a server says 5xx as well: that is nothing about this mail.
    const refused = (responseCode ?? 0) >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
    throw new Undelivered(
      refused ? "refused" : "unreachable",
      String(response ?? "").slice(0, MOST_OF_A_REPLY),
      {
        cause: error,
      },
    );
  } finally {
    transport.close();
  }
}
