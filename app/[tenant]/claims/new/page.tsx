import { Form } from "@/components/form/form";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { dateIn } from "@/lib/dates";
import { claimChoices, getJobToClaim } from "@/lib/domain/claims/queries";
import { view } from "@/lib/doors/view";
import { carName } from "@/lib/glass/vehicles/car";
import { one, type SearchParams } from "@/lib/paging";
import { fileClaim } from "../actions";
import { ClaimFields } from "../claim-fields";
import { feature } from "../feature";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "File a claim" };

export default async function NewClaimPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const jobId = one((await searchParams).job);
  const { job, choices, today } = await view({ tenant, feature, allow: office }, async (db, actor) => ({
    job: await getJobToClaim(db, jobId),
    choices: await claimChoices(db),
    today: dateIn(actor.timeZone, new Date()),
  }));
  const back = `/${tenant}/jobs/${jobId}`;
  const standing = job.claims.find((claim) => claim.status !== "cancelled");
  const { quote } = job;
  return (
    <>
      <PageHeader
        title="File a claim"
        description={`${job.customer.name}, ${carName(job.vehicle)}`}
        breadcrumbs={[
          { label: "Jobs", href: `/${tenant}/jobs` },
          { label: `Job #${job.number}`, href: back },
        ]}
      />
      {standing ? (
        <Callout action={<ButtonLink href={`/${tenant}/claims/${standing.id}`}>Open the claim</ButtonLink>}>
          This job has a claim already.
        </Callout>
      ) : (
        <Card className="max-w-3xl">
          <Form
            action={fileClaim.bind(null, tenant)}
            submit="File claim"
            draftKey={jobId}
            aside={
              <ButtonLink variant="ghost" href={back}>
                Cancel
              </ButtonLink>
            }
          >
            <input type="hidden" name="jobId" value={jobId} />
            <ClaimFields
              claim={{
                insurer: quote.insurer && { value: quote.insurer.id, label: quote.insurer.name },
                policyholder: job.customer.name,
                lossState: job.customer.state,
                deductibleCents: quote.payer === "insurance" ? quote.deductibleCents : null,
              }}
              today={today}
              {...choices}
            />
          </Form>
        </Card>
      )}
    </>
  );
}
