import { ChevronRight, FileText } from "lucide-react";
import type { ReactNode } from "react";
import { QuoteLines } from "@/components/glass/quote-lines";
import { QuoteTotals } from "@/components/glass/quote-totals";
import { Signature } from "@/components/glass/signature";
import { Letterhead, PaperFoot } from "@/components/paper/letterhead";
import { buttonLook } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { DateText } from "@/components/ui/date-text";
import { Money } from "@/components/ui/money";
import { dateIn, formatLongDate } from "@/lib/dates";
import { type Seen, seenByCustomer } from "@/lib/domain/quotes/signing/seen";
import { gradeMeanings, gradeNames } from "@/lib/domain/quotes/work";
import { guestView } from "@/lib/doors/guest";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { windowNames } from "@/lib/glass/time-window";
import { formatPhone } from "@/lib/phone";
import { shownPicture } from "@/lib/pictures/pictures";
import { unlessBusy } from "@/lib/workers/faults";
import { signQuote } from "./actions";
import { type Choice, SignForm } from "./sign-form";

export const metadata = { title: { absolute: "Your quote" }, robots: { index: false, follow: false } };

type Props = { params: Promise<{ token: string }> };

export default async function CustomerQuotePage({ params }: Props) {
  const { token } = await params;
  const { standing, from, quote, today } = await guestView(token, seenByCustomer);
  const logo = (await shownPicture(from.logo).catch(unlessBusy)) ?? null;
  return (
    <main className="mx-auto w-full max-w-2xl px-4 py-8 md:px-6">
      <header className="mb-6 rounded-card border border-line bg-white p-5 text-black [color-scheme:light]">
        <Letterhead
          shop={{ ...from, logo: logo && dataUrl(logo) }}
          title={quote ? `Quote #${quote.number}` : "Quote"}
        >
          {standing === "open" && quote && (
            <span className="block">Good until {formatLongDate(quote.validUntil)}</span>
          )}
        </Letterhead>
        {from.demo && <p className="mt-3 text-[0.8125rem]">A demo shop: nothing here is real.</p>}
      </header>
      {quote ? (
        <>
          <div className="mb-5 flex items-start justify-between gap-4">
            <div className="min-w-0 wrap-anywhere">
              <h1 className="text-2xl font-semibold tracking-[-0.02em]">
                {standing === "open" ? "Your quote" : "Your work order"}
              </h1>
              <p className="text-ink-soft">
                For {quote.customer}, {quote.car} {quote.vin && <Code>{quote.vin}</Code>}
              </p>
              <p className="text-ink-soft">
                {quote.work}. {quote.where}.
              </p>
            </div>
            <span className="print:hidden">
              <a className={buttonLook({ variant: "ghost" })} href={`/quote/${token}/pdf`}>
                <FileText aria-hidden="true" /> PDF
              </a>
            </span>
          </div>
          <div className="space-y-5">
            {standing === "accepted" && <Accepted quote={quote} shop={from.name} today={today} />}
            {quote.options.map((option) => (
              <OptionCard
                key={option.grade}
                quote={quote}
                option={option}
                alone={quote.options.length === 1}
              />
            ))}
            {standing === "open" && (
              <div className="print:hidden">
                <SignForm
                  action={signQuote.bind(null, token)}
                  choice={choiceOf(quote)}
                  shop={from.name}
                  today={today}
                />
              </div>
            )}
            <PaperFoot taxId={from.taxId} terms={from.terms} />
          </div>
        </>
      ) : (
        <Callout
          title={standing === "changing" ? "This quote is being changed" : "This quote is no longer open"}
          action={
            from.phone && (
              <a className={buttonLook({})} href={`tel:${from.phone}`}>
                Call {formatPhone(from.phone)}
              </a>
            )
          }
        >
          {standing === "changing"
            ? `${from.name} is working on it. Come back to this page later, or call.`
            : "Its prices no longer hold. Call, and you get a new one in a minute."}
        </Callout>
      )}
    </main>
  );
}

/** The logo comes with its page: a guest may ask for no other address of the shop's. */
const dataUrl = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString("base64")}`;

/** What the form needs, and the browser gets. */
const choiceOf = ({ seal, options, mobile, address, phone }: Seen): Choice => ({
  seal,
  options: options.map(({ option, grade, customerCents }) => ({ option, grade, customerCents })),
  mobile,
  address,
  phone,
});

type OptionCardProps = { quote: Seen; option: Seen["options"][number]; alone: boolean };

/** One kind of glass. Beside others its lines, which mostly are the same, wait behind its price. */
const OptionCard = ({ quote, option, alone }: OptionCardProps) => {
  const lines = (
    <>
      <QuoteLines lines={option.lines} />
      <div className="border-t border-line bg-sunken px-4 py-3 md:px-5">
        <QuoteTotals
          subtotalCents={option.subtotalCents}
          taxes={[{ name: "Tax", cents: option.taxCents }]}
          totalCents={option.totalCents}
          shares={quote.payer === "insurance" ? option : null}
        />
      </div>
    </>
  );
  const grade = option.grade as GlassGrade;
  if (alone)
    return (
      <Card flush title="What you get">
        {lines}
      </Card>
    );
  return (
    <Card flush>
      <details className="group">
        <summary className="flex cursor-pointer items-center gap-3 px-4 py-3 md:px-5">
          <ChevronRight
            aria-hidden="true"
            className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90 print:hidden"
          />
          <span className="min-w-0 flex-1">
            <span className="block font-semibold">{gradeNames[grade]} glass</span>
            <span className="block text-[0.8125rem] text-ink-soft">{gradeMeanings[grade]}</span>
          </span>
          <span className="text-right">
            {quote.payer === "insurance" && (
              <span className="block text-[0.8125rem] text-ink-soft">You pay</span>
            )}
            <Money cents={option.customerCents} strong />
          </span>
        </summary>
        <div className="border-t border-line">{lines}</div>
      </details>
    </Card>
  );
};

const Accepted = ({ quote, shop, today }: { quote: Seen; shop: string; today: string }): ReactNode => {
  const { signature, timeZone, job } = quote;
  return (
    <Callout kind="success" title={signature ? "Thank you: accepted and signed" : "Accepted"}>
      {signature && (
        <p>
          {signature.name}, <DateText date={dateIn(timeZone, signature.signedAt)} today={today} />
        </p>
      )}
      <p>
        {shop} has your work order{job ? ` #${job.number}` : ""}.
      </p>
      {job?.day && (
        <p>
          {job.requested ? "You asked for" : "Your day:"} <DateText date={job.day} today={today} />,{" "}
          {windowNames[job.timeWindow]?.toLowerCase()}.{job.requested && ` ${shop} will confirm the day.`}
        </p>
      )}
      {signature?.drawing && (
        <Signature path={signature.drawing} label={`Signature of ${signature.name}`} className="mt-2 h-16" />
      )}
    </Callout>
  );
};
