import type { ReactNode } from "react";
import { gradeNames } from "@/app/[tenant]/quotes/work";
import { QuoteLines } from "@/components/quote/quote-lines";
import { QuoteTotals } from "@/components/quote/quote-totals";
import { Signature } from "@/components/quote/signature";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { DateText } from "@/components/ui/date-text";
import { PrintButton } from "@/components/ui/print-button";
import { dateIn } from "@/lib/dates";
import type { GlassGrade } from "@/lib/glass/rules";
import { guestView } from "@/lib/guest";
import { formatPhone } from "@/lib/phone";
import { signQuote } from "./actions";
import { type Seen, seenByCustomer } from "./seen";
import { type Choice, SignForm } from "./sign-form";

export const metadata = { title: { absolute: "Your quote" }, robots: { index: false, follow: false } };

type Props = { params: Promise<{ token: string }> };

export default async function CustomerQuotePage({ params }: Props) {
  const { token } = await params;
  const { standing, from, quote, today } = await guestView(token, seenByCustomer);
  return (
    <main className="mx-auto w-full max-w-2xl px-4 py-8 md:px-6">
      <Shop shop={from} />
      {quote ? (
        <>
          <div className="mb-5 flex items-start justify-between gap-4">
            <div>
              <h1 className="text-2xl font-semibold tracking-[-0.02em]">Quote #{quote.number}</h1>
              <p className="text-ink-soft">
                For {quote.customer}, {quote.car} {quote.vin && <Code>{quote.vin}</Code>}
              </p>
              {standing === "open" && (
                <p className="text-ink-soft">
                  Good until <DateText date={quote.validUntil} today={today} />
                </p>
              )}
            </div>
            <span className="print:hidden">
              <PrintButton />
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
          </div>
        </>
      ) : (
        <Callout
          title={standing === "changing" ? "This quote is being changed" : "This quote is no longer open"}
        >
          {standing === "changing"
            ? `${from.name} is working on it. Come back to this page later, or call.`
            : "Its prices no longer hold. Call, and you get a new one in a minute."}
        </Callout>
      )}
    </main>
  );
}

type ShopProps = {
  name: string;
  phone: string;
  email: string;
  street: string;
  city: string;
  state: string;
  zip: string;
  demo: boolean;
};

const Shop = ({ shop: { name, phone, email, street, city, state, zip, demo } }: { shop: ShopProps }) => (
  <header className="mb-8 flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line pb-4">
    <p className="text-lg font-semibold">
      {name}
      {demo && (
        <span className="block text-[0.8125rem] font-normal text-ink-soft">
          A demo shop: nothing here is real
        </span>
      )}
    </p>
    <address className="text-[0.8125rem] text-ink-soft not-italic sm:text-right">
      {street && (
        <span className="block">
          {[street, city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ")}
        </span>
      )}
      {phone && (
        <a className="block font-medium text-accent-ink" href={`tel:${phone}`}>
          {formatPhone(phone)}
        </a>
      )}
      {email && (
        <a className="block" href={`mailto:${email}`}>
          {email}
        </a>
      )}
    </address>
  </header>
);

/** What the form needs, and the browser gets. */
const choiceOf = ({ options, mobile, address, phone }: Seen): Choice => ({
  options: options.map(({ option, grade, customerCents }) => ({ option, grade, customerCents })),
  mobile,
  address,
  phone,
});

type OptionCardProps = { quote: Seen; option: Seen["options"][number]; alone: boolean };

const OptionCard = ({ quote, option, alone }: OptionCardProps) => (
  <Card
    flush
    title={alone ? "What you get" : `${gradeNames[option.grade as GlassGrade]} glass`}
    footer={
      <QuoteTotals
        subtotalCents={option.subtotalCents}
        taxes={[{ name: "Tax", cents: option.taxCents }]}
        totalCents={option.totalCents}
        shares={quote.payer === "insurance" ? option : null}
      />
    }
  >
    <QuoteLines lines={option.lines} />
  </Card>
);

const Accepted = ({ quote, shop, today }: { quote: Seen; shop: string; today: string }): ReactNode => {
  const { signature, timeZone, jobNumber } = quote;
  if (!signature)
    return (
      <Callout kind="success" title="Accepted">
        {shop} has your work order{jobNumber ? ` #${jobNumber}` : ""}.
      </Callout>
    );
  return (
    <Callout kind="success" title="Thank you: accepted and signed">
      {signature.name}, <DateText date={dateIn(timeZone, signature.signedAt)} today={today} />. {shop} will
      confirm the day.
      {signature.drawing && (
        <Signature path={signature.drawing} label={`Signature of ${signature.name}`} className="mt-2 h-16" />
      )}
    </Callout>
  );
};
