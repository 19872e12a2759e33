import { AddressFields } from "@/components/form/address-fields";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { PhoneInput } from "@/components/form/phone-input";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { formatPhone } from "@/lib/phone";
import { view } from "@/lib/view";
import { saveShop } from "./actions";
import { feature } from "./feature";
import { SectionTabs } from "./section-tabs";
import { timeZones } from "./settings";

export const metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const shop = await view({ tenant, feature, allow: owners }, (db) => db.tenant.findFirstOrThrow());
  return (
    <>
      <PageHeader title="Settings" />
      <SectionTabs tenant={tenant} at="" />
      <div className="max-w-3xl">
        <Card title="Shop" description="Printed on quotes, work orders and invoices.">
          <Form action={saveShop.bind(null, tenant)} submit="Save">
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
          </Form>
        </Card>
      </div>
    </>
  );
}
