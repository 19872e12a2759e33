import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { AddressFields } from "@/components/form/inputs/address-fields";
import { PercentInput } from "@/components/form/inputs/number-inputs";
import { PhoneInput } from "@/components/form/inputs/phone-input";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { ShownInput } from "@/components/form/shown-input";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { owners } from "@/lib/auth/roles";
import { discountNames, shopNames, timeZones } from "@/lib/domain/shops/forms";
import { view } from "@/lib/doors/view";
import { shownOf } from "@/lib/forms/shown";
import { formatPhone } from "@/lib/phone";
import { saveDiscountLimit, saveShop } from "./actions";
import { feature } from "./feature";
import { SectionTabs } from "./section-tabs";

export const metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const { shop, settings } = await view({ tenant, feature, allow: owners }, async (db) => ({
    shop: await db.tenant.findFirstOrThrow(),
    settings: await db.shopSettings.findFirst({ select: { discountLimitBps: true } }),
  }));
  return (
    <>
      <PageHeader title="Settings" />
      <SectionTabs tenant={tenant} at="" />
      <div className="grid max-w-3xl gap-5">
        <Card title="Shop" description="Printed on quotes, work orders and invoices.">
          <Form action={saveShop.bind(null, tenant)} submit="Save">
            <ShownInput shown={shownOf(shop, shopNames)} />
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
        <Card
          title="Discounts"
          description="Beyond this share of the price, what the counter takes off waits for an owner's or admin's approval. A price of glass set lower by hand counts too."
        >
          <Form action={saveDiscountLimit.bind(null, tenant)} submit="Save limit" draftKey="discount">
            <ShownInput shown={shownOf({ discountLimitBps: settings?.discountLimitBps }, discountNames)} />
            <Field
              name="discountLimitBps"
              label="The counter may take off"
              className="max-w-52"
              hint="Empty for no limit."
            >
              <PercentInput defaultBps={settings?.discountLimitBps} placeholder="No limit" />
            </Field>
          </Form>
        </Card>
      </div>
    </>
  );
}
