import { QuoteLines } from "@/components/glass/quote-lines";
import { QuoteTotals } from "@/components/glass/quote-totals";
import { Letterhead, PaperFoot } from "@/components/paper/letterhead";
import { AppLink } from "@/components/ui/app-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { office, owners } from "@/lib/auth/roles";
import { dateIn, dayOf, formatLongDate, formatMoment } from "@/lib/dates";
import { firstOpened, linksOf, otherMailsOf } from "@/lib/domain/quotes/links";
import { allReviews, offered } from "@/lib/domain/quotes/options";
import { paperOf } from "@/lib/domain/quotes/pdf/of-quote";
import { unprintableOf } from "@/lib/domain/quotes/pdf/unprintable";
import { getQuote, reasons, versionOf } from "@/lib/domain/quotes/queries";
import { isExpired, validityText, whyNotReady, whyNotSendable } from "@/lib/domain/quotes/quote";
import { loadPaper } from "@/lib/domain/shops/paper/paper";
import { view } from "@/lib/doors/view";
import { factsOf } from "@/lib/glass/pricing/told-line";
import { canMail } from "@/lib/mail/transport";
import { formatBps, formatCents, halfUp } from "@/lib/money";
import { feature } from "../feature";
import { Facts } from "./facts";
import { Links } from "./links";
import { NeedsApproval } from "./needs-approval";
import { Options } from "./options";
import { Signed } from "./signed";
import { Unprintable } from "./unprintable";
import { Verbs } from "./verbs";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Quote" };

export default async function QuotePage({ params }: Props) {
  const { tenant, id } = await params;
  const { quote, shop, lostReasons, today, madeOn, seesCost, versionId, links, mails, timeZone } = await view(
    { tenant, feature, allow: office },
    async (db, actor) => {
      const quote = await getQuote(db, id);
      const seesCost = owners.includes(actor.role);
      const today = dateIn(actor.timeZone, new Date());
      const links = await linksOf(db, id, actor, today);
      return {
        quote,
        shop: await loadPaper(db),
        lostReasons: await reasons(db, "lost"),
        today,
        madeOn: dateIn(actor.timeZone, quote.createdAt),
        seesCost,
        versionId: seesCost ? await versionOf(db, quote) : null,
        links,
        mails: await otherMailsOf(db, id, links),
        timeZone: actor.timeZone,
      };
    },
  );
  const lost = await unprintableOf(paperOf(quote, shop, timeZone), tenant);
  const expired = isExpired(quote, today);
  const open = quote.status === "draft" || quote.status === "sent";
  const [job] = quote.jobs;
  const [signature] = quote.signatures;
  const reviews = allReviews(quote);
  const openedAt = firstOpened(links);
  return (
    <>
      <div className="mb-6 hidden print:block">
        <Letterhead shop={shop} title={`Quote #${quote.number}`}>
          <span className="block">{formatLongDate(madeOn)}</span>
          <span className="block">{validityText(quote, offered(quote), today)}</span>
        </Letterhead>
      </div>
      <div className="print:hidden">
        <PageHeader
          title={`Quote #${quote.number}`}
          breadcrumbs={[{ label: "Quotes", href: `/${tenant}/quotes` }]}
          description={
            <>
              <span className="flex flex-wrap items-center gap-2">
                <StatusBadge status={expired ? "expired" : quote.status} />
                {open && !expired && (
                  <span>
                    Good until <DateText date={quote.validUntil} today={today} />
                  </span>
                )}
                {job && (
                  <AppLink href={`/${tenant}/jobs/${job.id}`} className="underline">
                    Job #{job.number}, <DateText date={dayOf(job.scheduledOn)} today={today} />
                  </AppLink>
                )}
                {quote.lostReason}
              </span>
              {open && openedAt && (
                <p className="text-[0.8125rem]">Link opened {formatMoment(timeZone, openedAt, today)}</p>
              )}
            </>
          }
          actions={
            <Verbs
              tenant={tenant}
              quote={quote}
              notReady={whyNotReady(quote, today)}
              sendable={whyNotSendable(quote, today) === null}
              lostReasons={lostReasons}
              mails={canMail()}
            />
          }
        />
      </div>
      {open && quote.approval === "needed" && (
        <div data-screen-only="" className="mb-5">
          <NeedsApproval tenant={tenant} quote={quote} mayApprove={seesCost} />
        </div>
      )}
      {open && reviews.length > 0 && (
        <div data-screen-only="" className="mb-5">
          <Callout kind="warn" title="Needs review">
            <ul className="list-disc pl-4">
              {reviews.map((review) => (
                <li key={review}>{review}</li>
              ))}
            </ul>
          </Callout>
        </div>
      )}
      <Unprintable found={lost} />
      <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)] print:block print:space-y-5">
        <div className="space-y-5">
          <Facts tenant={tenant} quote={quote} />
          {links.length + mails.length > 0 && (
            <div data-screen-only="">
              <Links tenant={tenant} links={links} mails={mails} timeZone={timeZone} today={today} />
            </div>
          )}
          {signature && <Signed signature={signature} timeZone={timeZone} today={today} />}
        </div>
        <div className="min-w-0 space-y-5">
          {quote.options.length > 0 && <Options quote={quote} />}
          <Card
            flush
            title="Lines"
            footer={
              <QuoteTotals
                subtotalCents={quote.subtotalCents}
                taxes={[{ name: "Tax", cents: quote.taxCents }]}
                totalCents={quote.totalCents}
                shares={quote.payer === "insurance" ? quote : null}
              />
            }
          >
            <QuoteLines
              why
              lines={quote.lines.map(({ id: key, ...line }) => ({
                ...line,
                key,
                rule: seesCost ? line.rule : factsOf(line).ruleWithoutCost,
              }))}
            />
          </Card>
        </div>
      </div>
      {seesCost && (
        <p data-screen-only="" className="mt-3 text-right text-[0.8125rem] text-ink-faint">
          Margin before wages: {marginText(quote.subtotalCents, quote.costCents)}
          {versionId && (
            <>
              {" · "}
              <AppLink href={`/${tenant}/pricing/history/${versionId}`} className="underline">
                Prices: version {quote.priceVersion}
              </AppLink>
            </>
          )}
        </p>
      )}
      <div className="hidden print:block">
        <PaperFoot taxId={shop.taxId} terms={shop.terms} />
      </div>
    </>
  );
}

function marginText(subtotalCents: number, costCents: number | null): string {
  if (costCents === null) return "cost not known";
  const margin = subtotalCents - costCents;
  const share = subtotalCents > 0 ? ` (${formatBps(halfUp(margin * 10_000, subtotalCents))})` : "";
  return `${formatCents(margin)}${share}`;
}
