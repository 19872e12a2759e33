import { Field } from "@/components/form/field";
import { FormRow, FormSection } from "@/components/form/form-row";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import { Card } from "@/components/ui/card";
import type { Profile } from "@/lib/glass/pricing/quote-types";
import { MobileFields } from "./mobile-fields";

const laborModes = [
  { value: "hourly", label: "By the hour", hint: "The catalog's minutes times your rate" },
  { value: "flat", label: "Flat", hint: "The same for every piece of glass" },
];

type OtherPricesProps = {
  profile: Profile;
  /** The shop's state. */
  home: string;
};

/** All prices of a profile but those of the glass. */
export const OtherPrices = ({ profile, home }: OtherPricesProps) => (
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
      <FormRow fields={3}>
        <Price name="chipFirstCents" label="First chip" cents={profile.chipFirstCents} />
        <Price name="chipNextCents" label="Each further chip" cents={profile.chipNextCents} />
        <Price name="disposalCents" label="Disposal" cents={profile.disposalCents} />
      </FormRow>
      <MobileFields mobile={profile.mobile} home={home} />
    </FormSection>
  </Card>
);

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
