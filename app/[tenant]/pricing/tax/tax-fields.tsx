"use client";

import { Field } from "@/components/form/field";
import { FormRow } from "@/components/form/form-row";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { TextInput } from "@/components/form/inputs/text-input";
import { RowBox } from "@/components/form/row-box";
import { useRowNumbers } from "@/components/form/use-row-numbers";
import { Button } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { kindLabels, ppmText, TAXABLE_KINDS } from "@/lib/domain/pricing/tax/tax";

export type Rate = { name: string; ratePpm: number };

type TaxFieldsProps = { rates: Rate[]; taxableKinds: readonly string[] };

/** Who levies how much in a place, and on which lines. */
export const TaxFields = ({ rates, taxableKinds }: TaxFieldsProps) => (
  <>
    <Card
      title="Rates"
      description="One row for each authority: state, county, city. None where no sales tax is charged."
    >
      <RateRows rates={rates} />
    </Card>
    <Card
      title="What is taxed"
      description="Differs from state to state: many tax the parts and not the labor. Ask your accountant."
      className="mt-5"
    >
      <div className="grid gap-1 sm:grid-cols-2">
        {TAXABLE_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            name="taxableKinds"
            value={kind}
            label={kindLabels[kind]}
            defaultChecked={taxableKinds.includes(kind)}
          />
        ))}
      </div>
    </Card>
  </>
);

const RateRows = ({ rates }: { rates: Rate[] }) => {
  const { box, numbers, add, remove } = useRowNumbers("rates", rates.length);
  return (
    <div ref={box} className="grid gap-3">
      {numbers.map((number, index) => (
        <RowBox key={number} name={`Tax ${index + 1}`} onRemove={() => remove(number)}>
          <FormRow>
            <Field name={`rates.${number}.name`} label="Levied by">
              <TextInput defaultValue={rates[number]?.name} placeholder="Texas" />
            </Field>
            <Field name={`rates.${number}.rate`} label="Rate in %">
              <TextInput
                inputMode="decimal"
                defaultValue={rates[number] && ppmText(rates[number].ratePpm)}
                placeholder="6.25"
              />
            </Field>
          </FormRow>
        </RowBox>
      ))}
      <div>
        <Button size="sm" onClick={add}>
          <Icon name="plus" /> Add a tax
        </Button>
      </div>
    </div>
  );
};
