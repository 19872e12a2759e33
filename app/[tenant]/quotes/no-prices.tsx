import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";

/** Stands where the desk would, in a shop that has not said yet what it charges. */
export const NoPrices = ({ tenant, maySet }: { tenant: string; maySet: boolean }) => (
  <Card>
    <EmptyState
      icon={<Icon name="tags" />}
      title="First, your prices"
      text={
        maySet
          ? "A quote needs your cash prices: what you take off list, an hour of labor, a kit."
          : "A quote needs your shop's prices. An owner or admin sets them under Pricing."
      }
      action={
        maySet && (
          <ButtonLink variant="primary" href={`/${tenant}/pricing`}>
            Set prices
          </ButtonLink>
        )
      }
    />
  </Card>
);
