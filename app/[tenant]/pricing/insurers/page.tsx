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

export const metadata = { title: "Insurers with their own prices" };

export default async function InsurersPage({ params, searchParams }: Props) {
  const { tenant } = await params;
  const query = await searchParams;
  const at = paging(query.page);
  const found = await view({ tenant, feature, allow: owners }, (db) => listOwnProfiles(db, "insurerId", at));
  const home = `/${tenant}/pricing/insurers`;
  return (
    <>
      <PageHeader
        title="Insurers with their own prices"
        description="All others are priced by your insurance prices."
        actions={
          <ButtonLink variant="primary" href={`${home}/new`}>
            <Icon name="plus" /> Add insurer
          </ButtonLink>
        }
      />
      <SectionTabs tenant={tenant} at="/insurers" />
      <OwnProfileList
        {...found}
        whose="Insurer"
        home={home}
        page={at.page}
        query={query}
        empty={
          <EmptyState
            icon={<Icon name="landmark" />}
            title="No insurer has its own prices"
            text="Add one with the rates that its dispatch shows."
            action={<ButtonLink href={`${home}/new`}>Add insurer</ButtonLink>}
          />
        }
      />
    </>
  );
}
