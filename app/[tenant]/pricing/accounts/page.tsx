import { ButtonLink } from "@/components/ui/buttons/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { listOwnProfiles } from "@/lib/domain/pricing/profiles/queries";
import { view } from "@/lib/doors/view";
import { paging, type SearchParams } from "@/lib/paging";
import { feature } from "../feature";
import { OwnProfileList } from "../profiles/own-profile-list";
import { SectionTabs } from "../section-tabs";

type Props = { params: Promise<{ tenant: string }>; searchParams: SearchParams };

export const metadata = { title: "Accounts with their own prices" };

export default async function AccountsPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const at = paging(query.page);
  const found = await view({ tenant, feature, allow: owners }, (db) =>
    listOwnProfiles(db, "accountType", at),
  );
  const home = `/${tenant}/pricing/accounts`;
  return (
    <>
      <PageHeader
        title="Accounts with their own prices"
        description="What fleets, body shops and other accounts pay themselves. All others get your cash prices."
        actions={
          <ButtonLink variant="primary" href={`${home}/new`}>
            <Icon name="plus" /> Add account
          </ButtonLink>
        }
      />
      <SectionTabs tenant={tenant} at="/accounts" />
      <OwnProfileList
        {...found}
        whose="Account"
        home={home}
        page={at.page}
        query={query}
        empty={
          <EmptyState
            icon={<Icon name="users" />}
            title="No account has its own prices"
            text="Add fleets, body shops or dealerships with what you agreed with them."
            action={<ButtonLink href={`${home}/new`}>Add account</ButtonLink>}
          />
        }
      />
    </>
  );
}
