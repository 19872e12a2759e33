import { ActionButton } from "@/components/form/action-button";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { waitingVersion } from "@/lib/domain/pricing/preview/queries";
import { loadOverview } from "@/lib/domain/pricing/queries";
import { view } from "@/lib/doors/view";
import { startPricing } from "./actions";
import { feature } from "./feature";
import { SectionTabs } from "./section-tabs";
import { type Step, stepsOf } from "./steps";
import { WaitingNote } from "./waiting-note";

type Props = { params: Promise<{ tenant: string }> };

export const metadata = { title: "Pricing" };

export default async function PricingPage({ params }: Props) {
  const { tenant } = await params;
  const { book, ownParts, waiting, today } = await view(
    { tenant, feature, allow: owners },
    async (db, { timeZone }) => ({
      ...(await loadOverview(db)),
      waiting: await waitingVersion(db, timeZone),
      today: dateIn(timeZone, new Date()),
    }),
  );
  const steps = stepsOf(book, ownParts);
  return (
    <>
      <PageHeader
        title="Pricing"
        description="What your quotes are made of. Saved quotes keep their prices."
      />
      <SectionTabs tenant={tenant} at="" />
      <WaitingNote tenant={tenant} waiting={waiting} today={today} />
      {!book.cash && (
        <div className="mb-5">
          <Callout
            title="Nothing can be quoted before your cash prices are set"
            action={
              <ActionButton action={startPricing.bind(null, tenant)} variant="primary">
                Start with these prices
              </ActionButton>
            }
          >
            Start with prices near to what is common in the trade, then make them yours.
          </Callout>
        </div>
      )}
      <Card flush>
        <ol className="divide-y divide-line">
          {steps.map((step, index) => (
            <StepRow key={step.path} step={step} number={index + 1} home={`/${tenant}/pricing`} />
          ))}
        </ol>
      </Card>
    </>
  );
}

const StepRow = ({ step, number, home }: { step: Step; number: number; home: string }) => (
  <li className="relative flex gap-4 px-4 py-4 hover:bg-hover md:px-5">
    <span
      aria-hidden="true"
      className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-[0.8125rem] font-semibold text-accent-ink"
    >
      {number}
    </span>
    <div className="min-w-0 flex-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">
          <AppLink
            href={home + step.path}
            className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {step.title}
          </AppLink>
        </h2>
        <Badge tone={step.tone} dot>
          {step.status}
        </Badge>
      </div>
      <p className="mt-0.5 text-ink-soft">{step.text}</p>
    </div>
  </li>
);
