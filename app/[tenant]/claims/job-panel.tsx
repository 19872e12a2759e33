import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { office } from "@/lib/auth/roles";
import { statusName } from "@/lib/domain/claims/claim";
import { getJobClaim } from "@/lib/domain/claims/queries";
import { admit } from "@/lib/doors/door";
import { view } from "@/lib/doors/view";
import { feature } from "./feature";

/** A job's claim: to be filed, or how it stands. */
export default async function ClaimPanel({ tenant, jobId }: { tenant: string; jobId: string }) {
  const gate = { feature, allow: office };
  const actor = await admit(tenant, gate);
  if (!actor || actor === "signed-out") return null;
  const { status, quote, claims } = await view({ tenant, ...gate }, (db) => getJobClaim(db, jobId));
  const [claim] = claims;
  const open = status !== "cancelled" && status !== "void";
  if (!claim && !open) return null;
  const file = (
    <ButtonLink href={`/${tenant}/claims/new?job=${jobId}`}>
      {claim ? "File the claim again" : "File a claim"}
    </ButtonLink>
  );
  return (
    <Card title="Insurance claim" className="print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-3">
        {claim ? (
          <div>
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {claim.insurer.name} <StatusBadge status={claim.status} label={statusName(claim.status)} />
            </p>
            <p className="text-ink-soft">
              {claim.claimNumber ? `Claim ${claim.claimNumber}` : "No claim number yet"} · Policy{" "}
              {claim.policyNumber}
            </p>
          </div>
        ) : (
          <p className="text-ink-soft">
            {quote.payer === "insurance"
              ? "The insurer pays a share of this job."
              : "Quoted as cash: a claim does not change who pays the invoice."}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          {claim && <ButtonLink href={`/${tenant}/claims/${claim.id}`}>Open claim</ButtonLink>}
          {open && (!claim || claim.status === "cancelled") && file}
        </div>
      </div>
    </Card>
  );
}
