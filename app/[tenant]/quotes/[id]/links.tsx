import type { ReactNode } from "react";
import { ActionButton } from "@/components/form/action-button";
import { CopyButton } from "@/components/ui/buttons/copy-button";
import { Card } from "@/components/ui/card";
import { RefreshWhile } from "@/components/ui/refresh-while";
import { formatMoment, type IsoDate } from "@/lib/dates";
import type { linksOf, otherMailsOf } from "@/lib/domain/quotes/links";
import { isOver, mailInWords } from "@/lib/mail/in-words";
import { revokeLink, sendMailAgain } from "../actions";

type Link = Awaited<ReturnType<typeof linksOf>>[number];
type Mail = Awaited<ReturnType<typeof otherMailsOf>>[number];
type LinksProps = {
  tenant: string;
  links: readonly Link[];
  mails: readonly Mail[];
  timeZone: string;
  today: IsoDate;
};

/** By which links and mails the customer can see the quote, and what came of them. */
export const Links = ({ tenant, links, mails, timeZone, today }: LinksProps) => {
  const at = (when: Date) => formatMoment(timeZone, when, today);
  const sent = (mail: Pick<Mail, "status" | "problem" | "reply" | "attempts" | "sentAt">) =>
    mailInWords(mail, mail.sentAt ? at(mail.sentAt) : "");
  const waits = [...mails, ...links.flatMap(({ mail }) => mail ?? [])].some(
    ({ status }) => status === "waiting",
  );
  return (
    <Card flush title="With the customer">
      <RefreshWhile on={waits} />
      <ul className="divide-y divide-line">
        {links.map((link) => (
          <Row key={link.id} title={link.email || "Link to pass on"} text={standing(link, at, sent)}>
            {link.address && (
              <>
                {link.mail && isOver(link.mail) && <TryAgain tenant={tenant} mailId={link.mail.id} />}
                <CopyButton text={link.address}>Copy link</CopyButton>
                <ActionButton
                  variant="ghost"
                  size="sm"
                  action={revokeLink.bind(null, tenant)}
                  fields={{ linkId: link.id }}
                  confirm={{
                    title: "Close this link?",
                    body: "Whoever has it sees your phone number instead of the quote.",
                    confirm: "Close link",
                  }}
                >
                  Close link
                </ActionButton>
              </>
            )}
          </Row>
        ))}
        {mails.map((mail) => (
          <Row key={mail.id} title={mail.recipient} text={`${mail.mailSubject} · ${sent(mail)}`}>
            {isOver(mail) && <TryAgain tenant={tenant} mailId={mail.id} />}
          </Row>
        ))}
      </ul>
    </Card>
  );
};

const Row = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 md:px-5">
    <div className="min-w-0">
      <p className="font-medium wrap-anywhere">{title}</p>
      <p className="text-[0.8125rem] text-ink-soft wrap-anywhere">{text}</p>
    </div>
    <div className="flex flex-wrap gap-1 empty:hidden">{children}</div>
  </li>
);

const TryAgain = ({ tenant, mailId }: { tenant: string; mailId: string }) => (
  <ActionButton size="sm" action={sendMailAgain.bind(null, tenant)} fields={{ mailId }}>
    Try again
  </ActionButton>
);

function standing(
  { email, mail, mailedAt, openedAt, revokedAt, createdAt, address }: Link,
  at: (when: Date) => string,
  sent: (mail: NonNullable<Link["mail"]>) => string,
): string {
  const made =
    email && !mail && !mailedAt
      ? "Not delivered: send it again"
      : mail
        ? sent(mail)
        : `${email ? "Mailed" : "Made"} ${at(mailedAt ?? createdAt)}`;
  const over = revokedAt ? `Closed ${at(revokedAt)}` : address ? null : "Expired";
  const seen = openedAt ? `Link opened ${at(openedAt)}` : over ? null : "Not opened yet";
  return [made, seen, over].filter(Boolean).join(" · ");
}
