import { ActionButton } from "@/components/form/action-button";
import { CopyButton } from "@/components/ui/buttons/copy-button";
import { Card } from "@/components/ui/card";
import { formatMoment, type IsoDate } from "@/lib/dates";
import type { linksOf } from "@/lib/domain/quotes/links";
import { revokeLink } from "../actions";

type Link = Awaited<ReturnType<typeof linksOf>>[number];
type LinksProps = { tenant: string; links: readonly Link[]; timeZone: string; today: IsoDate };

/** By which links the customer can see the quote, and what came of them. */
export const Links = ({ tenant, links, timeZone, today }: LinksProps) => {
  const at = (when: Date) => formatMoment(timeZone, when, today);
  return (
    <Card flush title="With the customer">
      <ul className="divide-y divide-line">
        {links.map((link) => (
          <li
            key={link.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 md:px-5"
          >
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">{link.email || "Link to pass on"}</p>
              <p className="text-[0.8125rem] text-ink-soft">{standing(link, at)}</p>
            </div>
            {link.address && (
              <div className="flex gap-1">
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
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
};

function standing(
  { email, mailedAt, openedAt, revokedAt, createdAt, address }: Link,
  at: (when: Date) => string,
): string {
  const sent =
    email && !mailedAt
      ? "Not delivered: send it again"
      : `${email ? "Mailed" : "Made"} ${at(mailedAt ?? createdAt)}`;
  const over = revokedAt ? `Closed ${at(revokedAt)}` : address ? null : "Expired";
  const seen = openedAt ? `Link opened ${at(openedAt)}` : over ? null : "Not opened yet";
  return [sent, seen, over].filter(Boolean).join(" · ");
}
