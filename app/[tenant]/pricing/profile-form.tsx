"use client";

import { Combobox } from "@/components/form/combobox";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow, FormSection } from "@/components/form/form-row";
import { MoneyInput } from "@/components/form/number-inputs";
import { RadioCards } from "@/components/form/radio-cards";
import type { Option } from "@/components/form/select";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/form";
import type { Profile } from "@/lib/glass/quote-types";
import { ChangeFields } from "./change-fields";
import type { SamplePayer } from "./preview";
import { type Desk, Previewed } from "./previewed";
import { draftProfile, type Payer, SaveProfile, withProfile } from "./profile";
import { inMatchingOrder, ruleTexts } from "./rule";
import { RuleRows } from "./rule-rows";

type ProfileFormProps = {
  action: FormAction;
  desk: Desk;
  payer: Payer;
  profile: Profile;
  /** When the saved prices were last changed; empty when there are none yet. */
  version: string;
  insurerId?: string | null;
  /** Insurers to choose from, where that is still open. */
  insurers?: Option[];
  cancel: string;
};

const laborModes = [
  { value: "hourly", label: "By the hour", hint: "The catalogue's minutes times your rate" },
  { value: "flat", label: "Flat", hint: "The same for every piece of glass" },
];

/** All prices of one payer on one page, glass first, with the sample quote beside them. */
export const ProfileForm = (props: ProfileFormProps) => {
  const { action, desk, payer, profile, version, insurerId = null, insurers, cancel } = props;
  const samplePayer = (chosen: string | null): SamplePayer =>
    payer === "cash" ? { payer, insurerId: null } : { payer: "insurance", insurerId: chosen };
  return (
    <Previewed
      desk={desk}
      form={SaveProfile}
      payer={samplePayer(insurerId)}
      draft={({ insurerId: chosen, payer: _, version: __, ...prices }) => ({
        change: (book) => withProfile(book, payer, chosen, draftProfile(profile.name, prices)),
        payer: samplePayer(chosen),
      })}
    >
      <Form
        action={action}
        submit="Save prices"
        aside={
          <ButtonLink variant="ghost" href={cancel}>
            Cancel
          </ButtonLink>
        }
      >
        <input type="hidden" name="payer" value={payer} />
        <input type="hidden" name="version" value={version} />
        {insurers ? (
          <Card className="mb-5">
            <Field name="insurerId" label="Insurer" required>
              <Combobox options={insurers} placeholder="Type a name" />
            </Field>
          </Card>
        ) : (
          <input type="hidden" name="insurerId" value={insurerId ?? ""} />
        )}
        <Card
          title="Glass"
          description="The most specific pattern wins: a part, then a longer prefix, a grade such as grade:dealer, and * for all the rest. DW*:dealer is DW* for dealer glass alone."
        >
          <RuleRows rules={inMatchingOrder(profile.rules).map(ruleTexts)} />
        </Card>
        <OtherPrices profile={profile} />
        <Card className="mt-5">
          <ChangeFields desk={desk} />
        </Card>
      </Form>
    </Previewed>
  );
};

const OtherPrices = ({ profile }: { profile: Profile }) => (
  <Card title="Everything else" description="An empty price is not billed." className="mt-5">
    <FormSection>
      <RadioCards
        name="laborMode"
        label="Install labor"
        options={laborModes}
        defaultValue={profile.labor?.mode ?? "hourly"}
      />
      <FormRow>
        <Price name="laborCents" label="Labor rate" cents={profile.labor?.cents} required />
      </FormRow>
    </FormSection>
    <FormSection title="With the glass">
      <FormRow fields={3}>
        <Price name="kitCents" label="Urethane kit, each" cents={profile.kitCents} />
        <Price name="mouldingCents" label="Moulding" cents={profile.mouldingCents} />
        <Price name="clipCents" label="Clip, each" cents={profile.clipCents} />
      </FormRow>
    </FormSection>
    <FormSection title="Calibration">
      <FormRow fields={3}>
        <Price name="calStaticCents" label="Static" cents={profile.calStaticCents} />
        <Price name="calDynamicCents" label="Dynamic" cents={profile.calDynamicCents} />
        <Price name="calDualCents" label="Static and dynamic" cents={profile.calDualCents} />
      </FormRow>
    </FormSection>
    <FormSection title="Chip repair and service">
      <FormRow>
        <Price name="chipFirstCents" label="First chip" cents={profile.chipFirstCents} />
        <Price name="chipNextCents" label="Each further chip" cents={profile.chipNextCents} />
        <Price name="mobileCents" label="Mobile fee" cents={flatMobile(profile)} />
        <Price name="disposalCents" label="Disposal" cents={profile.disposalCents} />
      </FormRow>
    </FormSection>
  </Card>
);

const flatMobile = ({ mobile }: Profile) => (mobile?.mode === "flat" ? mobile.cents : null);

type PriceProps = { name: string; label: string; cents: number | null | undefined; required?: boolean };

const Price = ({ name, label, cents, required }: PriceProps) => (
  <Field
    name={name}
    label={label}
    required={required}
    hint={required ? "0.00 when labor is in the price of the glass." : undefined}
  >
    <MoneyInput defaultCents={cents} placeholder={required ? "0.00" : "Not billed"} />
  </Field>
);
