import { ActionButton } from "@/components/form/action-button";
import { VinText } from "@/components/glass/vin-text";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { DateText, MomentText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { office } from "@/lib/auth/roles";
import { dateIn, dayOf } from "@/lib/dates";
import { statusName } from "@/lib/domain/claims/claim";
import { getClaim } from "@/lib/domain/claims/queries";
import { view } from "@/lib/doors/view";
import { carName } from "@/lib/glass/vehicles/car";
import { withdrawClaim } from "../actions";
import { feature } from "../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Claim" };

export default async function ClaimPage({ params }: Props) {
  const { tenant, id } = await params;
  const { claim, timeZone } = await view({ tenant, feature, allow: office }, async (db, actor) => ({
    claim: await getClaim(db, id),
    timeZone: actor.timeZone,
  }));
  const now = new Date();
  const { job } = claim;
  const home = `/${tenant}/claims`;
  return (
    <>
      <PageHeader
        title={`Claim with ${claim.insurer.name}`}
        description={<StatusBadge status={claim.status} label={statusName(claim.status)} />}
        breadcrumbs={[{ label: "Claims", href: home }]}
        actions={
          claim.status === "reported" && (
            <>
              <ActionButton
                variant="ghost"
                action={withdrawClaim.bind(null, tenant)}
                fields={{ id }}
                confirm={{
                  title: "Withdraw this claim?",
                  body: "It can be filed again from its job.",
                  confirm: "Withdraw claim",
                }}
              >
                Withdraw
              </ActionButton>
              <ButtonLink href={`${home}/${id}/edit`}>Edit claim</ButtonLink>
            </>
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title="Policy">
          <DefinitionList
            items={[
              {
                term: "Claim number",
                value: claim.claimNumber ? <Code>{claim.claimNumber}</Code> : "None yet",
              },
              { term: "Policyholder", value: claim.policyholder },
              { term: "Policy number", value: <Code>{claim.policyNumber}</Code> },
              { term: "Deductible", value: <Money cents={claim.deductibleCents} /> },
              { term: "Claims run by", value: claim.insurer.tpa?.name },
              { term: "Filed", value: <MomentText at={claim.filedAt} timeZone={timeZone} now={now} /> },
            ]}
          />
        </Card>
        <Card title="Loss">
          <DefinitionList
            items={[
              {
                term: "Date of loss",
                value: <DateText date={dayOf(claim.lossDate)} today={dateIn(timeZone, now)} />,
              },
              { term: "State", value: claim.lossState },
              { term: "Cause", value: claim.cause },
              {
                term: "Job",
                value: (
                  <AppLink className="underline" href={`/${tenant}/jobs/${job.id}`}>
                    Job #{job.number}
                  </AppLink>
                ),
              },
              { term: "Customer", value: job.customer.name },
              { term: "Vehicle", value: carName(job.vehicle) },
              { term: "VIN", value: job.vehicle.vin ? <VinText vehicle={job.vehicle} /> : null },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
