"use client";

import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { RowBox } from "@/components/form/row-box";
import { useRowNumbers } from "@/components/form/use-row-numbers";
import { Button } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/forms/form";
import { POSITIONS, positionLabel } from "@/lib/glass/parts/nags";
import type { BrandPreference } from "@/lib/glass/pricing/brands";

const positions = POSITIONS.map((value) => ({ value, label: positionLabel(value) }));
const grades = [
  { value: "", label: "Every grade" },
  { value: "aftermarket", label: "Aftermarket" },
  { value: "oee", label: "OEE" },
  { value: "oem", label: "OEM" },
  { value: "dealer", label: "Dealer" },
];

type BrandsFormProps = { action: FormAction; lists: BrandPreference[] };

/** The brands a shop likes best, a list for each kind of glass. */
export const BrandsForm = ({ action, lists }: BrandsFormProps) => {
  const { box, numbers, add, remove } = useRowNumbers("lists", lists.length);
  return (
    <Form action={action} submit="Save brands">
      <Card>
        <div ref={box} className="grid gap-3">
          {numbers.map((number, index) => (
            <RowBox key={number} name={`List ${index + 1}`} onRemove={() => remove(number)}>
              <FormRow fields={3}>
                <Field name={`lists.${number}.position`} label="Glass">
                  <Select options={positions} defaultValue={lists[number]?.glassPosition} />
                </Field>
                <Field name={`lists.${number}.grade`} label="Grade">
                  <Select options={grades} defaultValue={lists[number]?.grade} />
                </Field>
                <Field name={`lists.${number}.brands`} label="Brands, the best first">
                  <TextInput
                    defaultValue={lists[number]?.brands.join(", ")}
                    placeholder="First choice, second choice"
                  />
                </Field>
              </FormRow>
            </RowBox>
          ))}
          <div>
            <Button size="sm" onClick={add}>
              <Icon name="plus" /> Add a list
            </Button>
          </div>
        </div>
      </Card>
    </Form>
  );
};
