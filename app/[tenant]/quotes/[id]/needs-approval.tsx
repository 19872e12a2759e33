import { ActionButton } from "@/components/form/action-button";
import { Callout } from "@/components/ui/callout";
import { formatCents } from "@/lib/money";
import { approveDiscount } from "../actions";

type NeedsApprovalProps = {
  tenant: string;
  quote: { id: string; givenAwayCents: number };
  mayApprove: boolean;
};

/** More was taken off by hand than the counter may: what it waits for, and the verb for who may decide. */
export const NeedsApproval = ({ tenant, quote: { id, givenAwayCents }, mayApprove }: NeedsApprovalProps) => (
  <Callout
    kind="warn"
    title={`${formatCents(givenAwayCents)} taken off by hand: needs approval`}
    action={
      mayApprove && (
        <ActionButton
          action={approveDiscount.bind(null, tenant)}
          fields={{ id, givenAwayCents: String(givenAwayCents) }}
        >
          Approve
        </ActionButton>
      )
    }
  >
    {mayApprove
      ? "This is more than the counter may give. Until you approve it, the quote can't go out."
      : "This is more than your shop's limit. An owner or admin approves it, or you edit the quote."}
  </Callout>
);
