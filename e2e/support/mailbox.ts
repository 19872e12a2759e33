import { SMTPServer } from "smtp-server";

/** A mail as it came in: who it was for, and all of it with its line breaks as they were written. */
export type Mail = { to: string; text: string };

/** The mail server that the app under test is told of. `refuse` makes it refuse every address. */
export async function openMailbox() {
  const mails: Mail[] = [];
  let refusing = false;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) =>
      refusing ? done(Object.assign(new Error("Mailbox is full"), { responseCode: 550 })) : done(),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        mails.push({
          to,
          text: Buffer.concat(chunks).toString("utf8").replaceAll("=\r\n", "").replaceAll("=3D", "="),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) =>
    server.listen(Number(process.env.E2E_MAIL_PORT), "127.0.0.1", resolve),
  );
  return {
    /** The newest mail to an address. */
    newest: (to: string) => mails.findLast((mail) => mail.to === to),
    refuse: (refuse: boolean) => {
      refusing = refuse;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
