"use client";

import { Field } from "@/components/form/field";
import { FormRow } from "@/components/form/form-row";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import { TextInput } from "@/components/form/inputs/text-input";
import { RowBox } from "@/components/form/row-box";
import { useRowNumbers } from "@/components/form/use-row-numbers";
import { Button } from "@/components/ui/buttons/button";
import { Icon } from "@/components/ui/icon";
import { zipsText } from "@/lib/domain/pricing/zips";
import type { MobilePrice } from "@/lib/glass/pricing/mobile";

const modes = [
  { value: "flat", label: "One fee", hint: "The same wherever it is" },
  { value: "rings", label: "By distance", hint: "Rings of miles around the shop" },
  { value: "zones", label: "By ZIP code", hint: "A fee for each zone" },
];

type MobileFieldsProps = {
  mobile: MobilePrice | null | undefined;
  /** The shop's state. */
  home: string;
};

/** What a trip to the customer costs, in the way that is chosen: the fields of the other ways are out of sight. */
export const MobileFields = ({ mobile, home }: MobileFieldsProps) => {
  const rings = mobile?.mode === "rings" ? mobile : null;
  const zones = mobile?.mode === "zones" ? mobile : null;
  return (
    <div className="group/mobile grid gap-4">
      <input type="hidden" name="mobile.homeState" value={home} />
      <RadioCards
        name="mobile.mode"
        label="Trips to the customer"
        columns={3}
        options={modes}
        defaultValue={mobile?.mode ?? "flat"}
      />
      <div className="hidden group-has-[[value=flat]:checked]/mobile:block">
        <FormRow>
          <Field name="mobileCents" label="Mobile fee">
            <MoneyInput
              defaultCents={mobile?.mode === "flat" ? mobile.cents : null}
              placeholder="Not billed"
            />
          </Field>
        </FormRow>
      </div>
      <div className="hidden gap-3 group-has-[[value=rings]:checked]/mobile:grid">
        <Rings rings={rings?.rings ?? []} />
        <FormRow>
          <Field
            name="mobile.beyond"
            label="Each mile beyond"
            hint="Empty: somebody sets the price of farther trips."
          >
            <MoneyInput defaultCents={rings?.beyondCentsPerMile} placeholder="Ask" />
          </Field>
        </FormRow>
      </div>
      <div className="hidden gap-3 group-has-[[value=zones]:checked]/mobile:grid">
        <Zones zones={zones?.zones ?? []} />
        <FormRow>
          <Field
            name="mobile.elsewhere"
            label="Elsewhere"
            hint="Empty: somebody sets the price of other trips."
          >
            <MoneyInput defaultCents={zones?.elsewhereCents} placeholder="Ask" />
          </Field>
        </FormRow>
      </div>
    </div>
  );
};

const Rings = ({ rings }: { rings: { upToMiles: number; cents: number }[] }) => {
  const { box, numbers, add, remove } = useRowNumbers("mobile.rings", rings.length);
  return (
    <div ref={box} className="grid gap-3">
      {numbers.map((number, index) => (
        <RowBox key={number} name={`Ring ${index + 1}`} onRemove={() => remove(number)}>
          <FormRow>
            <Field name={`mobile.rings.${number}.miles`} label="Up to miles">
              <TextInput
                inputMode="numeric"
                defaultValue={rings[number] && String(rings[number].upToMiles)}
                placeholder="15"
              />
            </Field>
            <Field name={`mobile.rings.${number}.price`} label="Fee">
              <MoneyInput defaultCents={rings[number]?.cents} />
            </Field>
          </FormRow>
        </RowBox>
      ))}
      <div>
        <Button size="sm" onClick={add}>
          <Icon name="plus" /> Add a ring
        </Button>
      </div>
    </div>
  );
};

const Zones = ({ zones }: { zones: { zips: string[]; cents: number }[] }) => {
  const { box, numbers, add, remove } = useRowNumbers("mobile.zones", zones.length);
  return (
    <div ref={box} className="grid gap-3">
      {numbers.map((number, index) => (
        <RowBox key={number} name={`Zone ${index + 1}`} onRemove={() => remove(number)}>
          <FormRow>
            <Field
              name={`mobile.zones.${number}.zips`}
              label="ZIP codes"
              hint="Or their first 3 or 4 digits."
            >
              <TextInput
                defaultValue={zones[number] && zipsText(zones[number].zips)}
                placeholder="78701, 78702, 787*"
              />
            </Field>
            <Field name={`mobile.zones.${number}.price`} label="Fee">
              <MoneyInput defaultCents={zones[number]?.cents} />
            </Field>
          </FormRow>
        </RowBox>
      ))}
      <div>
        <Button size="sm" onClick={add}>
          <Icon name="plus" /> Add a zone
        </Button>
      </div>
    </div>
  );
};
