import { ActionButton } from "@/components/form/action-button";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { view } from "@/lib/doors/view";
import { flags } from "@/lib/flags";
import { features } from "../../features";
import { switchFeature } from "../actions";
import { feature } from "../feature";
import { SectionTabs } from "../section-tabs";

export const metadata = { title: "Features" };

export default async function FeaturesPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const on = await view({ tenant, feature, allow: owners }, async (_db, actor) => actor.flags);
  return (
    <>
      <PageHeader title="Settings" />
      <SectionTabs tenant={tenant} at="/features" />
      <div className="max-w-3xl">
        <Card
          title="Features"
          description="Switching one off hides it from everyone in the shop and deletes nothing."
        >
          <ul className="divide-y divide-line">
            {features.flatMap(({ name, flag }) =>
              flag
                ? [<Switch key={flag} tenant={tenant} name={name} flag={flag} enabled={on.includes(flag)} />]
                : [],
            )}
          </ul>
        </Card>
      </div>
    </>
  );
}

type SwitchProps = { tenant: string; name: string; flag: keyof typeof flags; enabled: boolean };

const Switch = ({ tenant, name, flag, enabled }: SwitchProps) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
    <div>
      <p className="font-medium">
        {name} <Badge tone={enabled ? "good" : "neutral"}>{enabled ? "On" : "Off"}</Badge>
      </p>
      <p className="text-[0.8125rem] text-ink-soft">{flags[flag]}</p>
    </div>
    <ActionButton action={switchFeature.bind(null, tenant)} fields={{ flag, enabled: String(!enabled) }}>
      {enabled ? `Switch ${name.toLowerCase()} off` : `Switch ${name.toLowerCase()} on`}
    </ActionButton>
  </li>
);
