import { ActionButton } from "@/components/form/action-button";
import { AddressFields } from "@/components/form/address-fields";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { PhoneInput } from "@/components/form/phone-input";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { flags } from "@/lib/flags";
import { formatPhone } from "@/lib/phone";
import { view } from "@/lib/view";
import { features } from "../features";
import { saveShop, switchFeature } from "./actions";
import { feature } from "./feature";
import { timeZones } from "./settings";

export const metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const { shop, on } = await view({ tenant, feature, allow: owners }, async (db, actor) => ({
    shop: await db.tenant.findFirstOrThrow(),
    on: actor.flags,
  }));
  return (
    <>
      <PageHeader title="Settings" />
      <div className="grid max-w-3xl gap-5">
        <Card title="Shop" description="Printed on quotes, work orders and invoices.">
          <Form action={saveShop.bind(null, tenant)} submit="Save">
            <ShopFields shop={shop} />
          </Form>
        </Card>
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

type Shop = {
  name: string;
  phone: string;
  email: string;
  street: string;
  city: string;
  state: string;
  zip: string;
  timeZone: string;
};

const ShopFields = ({ shop }: { shop: Shop }) => (
  <div className="space-y-4">
    <FormRow>
      <Field name="name" label="Name" required>
        <TextInput defaultValue={shop.name} />
      </Field>
      <Field name="timeZone" label="Time zone">
        <Select
          defaultValue={shop.timeZone}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
      </Field>
      <Field name="phone" label="Phone">
        <PhoneInput defaultValue={formatPhone(shop.phone)} />
      </Field>
      <Field name="email" label="E-mail">
        <TextInput type="email" defaultValue={shop.email} />
      </Field>
    </FormRow>
    <AddressFields address={shop} />
  </div>
);

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
