import { ActionButton } from "@/components/form/action-button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { RefreshWhile } from "@/components/ui/refresh-while";
import { StatusBadge } from "@/components/ui/status-badge";
import { platform } from "@/lib/doors/platform";
import { isOver, mailInWords } from "@/lib/mail/in-words";
import { mailOf } from "@/lib/mail/outbox";
import { Utc } from "../../utc";
import { sendAgain } from "../actions";

export const metadata = { title: "One mail" };

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const mail = await platform((db) => mailOf(db, id));
  const { mailSubject, recipient, senderName, replyTo, files, body, status, createdAt, sentAt } = mail;
  return (
    <>
      <PageHeader
        title={mailSubject}
        breadcrumbs={[{ label: "Mail", href: "/platform/mail" }]}
        actions={
          !mail.shopId &&
          isOver(mail) && (
            <ActionButton action={sendAgain} fields={{ id }}>
              Try again
            </ActionButton>
          )
        }
      />
      <RefreshWhile on={status === "waiting"} />
      <div className="grid items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <Card>
          <DefinitionList
            items={[
              { term: "To", value: recipient },
              { term: "From", value: mail.shop ?? (senderName || "The installation") },
              { term: "Answers go to", value: replyTo },
              { term: "Goes along", value: files.join(", ") },
              { term: "Written (UTC)", value: <Utc at={createdAt} /> },
              {
                term: "Status",
                value: (
                  <span className="flex flex-wrap items-center gap-2">
                    <StatusBadge status={status} />
                    {mailInWords(mail, sentAt ? sentAt.toISOString().slice(0, 16).replace("T", " ") : "")}
                  </span>
                ),
              },
            ].filter(({ value }) => value)}
          />
        </Card>
        <Card title="Text">
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{linked(body)}</p>
        </Card>
      </div>
    </>
  );
}

/** The text with its addresses as links, so that what a customer is sent can be tried. */
const linked = (body: string) =>
  body.split(/(https?:\/\/\S+)/).map((part, at) =>
    at % 2 === 1 ? (
      <a key={`${at}-${part}`} href={part} className="underline">
        {part}
      </a>
    ) : (
      part
    ),
  );
