import { Form } from "@/components/form/form";
import { ShownInput } from "@/components/form/shown-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { dateIn, dayOf } from "@/lib/dates";
import { claimNames } from "@/lib/domain/claims/claim";
import { claimChoices, getClaim } from "@/lib/domain/claims/queries";
import { view } from "@/lib/doors/view";
import { shownOf } from "@/lib/forms/shown";
import { correctClaim } from "../../actions";
import { ClaimFields } from "../../claim-fields";
import { feature } from "../../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Edit claim" };

export default async function EditClaimPage({ params }: Props) {
  const { tenant, id } = await params;
  const { claim, choices, today } = await view({ tenant, feature, allow: office }, async (db, actor) => ({
    claim: await getClaim(db, id),
    choices: await claimChoices(db),
    today: dateIn(actor.timeZone, new Date()),
  }));
  const home = `/${tenant}/claims`;
  const { insurer, lossDate, ...values } = claim;
  return (
    <>
      <PageHeader
        title="Edit claim"
        breadcrumbs={[
          { label: "Claims", href: home },
          { label: `Claim with ${insurer.name}`, href: `${home}/${id}` },
        ]}
      />
      {claim.status === "reported" ? (
        <Card className="max-w-3xl">
          <Form
            action={correctClaim.bind(null, tenant)}
            submit="Save"
            aside={
              <ButtonLink variant="ghost" href={`${home}/${id}`}>
                Cancel
              </ButtonLink>
            }
          >
            <input type="hidden" name="id" value={id} />
            <ShownInput shown={shownOf(claim, claimNames)} />
            <ClaimFields
              claim={{
                insurer: { value: insurer.id, label: insurer.name },
                policyholder: values.policyholder,
                policyNumber: values.policyNumber,
                claimNumber: values.claimNumber,
                lossDate: dayOf(lossDate),
                lossState: values.lossState,
                cause: values.cause,
                deductibleCents: values.deductibleCents,
              }}
              today={today}
              {...choices}
            />
          </Form>
        </Card>
      ) : (
        <Callout>This claim was withdrawn. File it again from its job.</Callout>
      )}
    </>
  );
}
