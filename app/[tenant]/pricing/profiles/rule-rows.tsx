"use client";

import { Field } from "@/components/form/field";
import { FormRow } from "@/components/form/form-row";
import { DateInput } from "@/components/form/inputs/date-input";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { RowBox } from "@/components/form/row-box";
import { useRowNumbers } from "@/components/form/use-row-numbers";
import { Button } from "@/components/ui/buttons/button";
import { Icon } from "@/components/ui/icon";
import { yearRange } from "@/lib/date-range";
import { kindOptions, type RuleKind, type ruleTexts } from "@/lib/domain/pricing/profiles/rule";
import { STEPS_EXAMPLE } from "@/lib/domain/pricing/profiles/tiers";

type Texts = ReturnType<typeof ruleTexts>;

type RuleRowsProps = { rules: Texts[]; kinds?: readonly RuleKind[] };

/** How glass is priced, rule by rule: the saved ones in the order in which they are tried, then a blank one. */
export const RuleRows = ({ rules, kinds }: RuleRowsProps) => {
  const { box, numbers, add, remove } = useRowNumbers("rules", rules.length);
  return (
    <div ref={box} className="grid gap-3">
      {numbers.map((number, index) => (
        <RowBox key={number} name={`Rule ${index + 1}`} onRemove={() => remove(number)}>
          <RuleFields prefix={`rules.${number}`} rule={rules[number]} kinds={kinds} />
        </RowBox>
      ))}
      <div>
        <Button size="sm" onClick={add}>
          <Icon name="plus" /> Add a rule
        </Button>
      </div>
    </div>
  );
};

type RuleFieldsProps = { prefix: string; rule?: Texts; kinds?: readonly RuleKind[] };

const RuleFields = ({ prefix, rule, kinds }: RuleFieldsProps) => (
  <div className="group/rule">
    <FormRow fields={3}>
      <Field name={`${prefix}.pattern`} label="Pattern">
        <TextInput defaultValue={rule?.pattern} placeholder="DW*" className="font-mono" />
      </Field>
      <Field name={`${prefix}.kind`} label="Priced as">
        <Select
          options={kindOptions.filter(({ value }) => !kinds || kinds.includes(value))}
          defaultValue={rule?.kind}
        />
      </Field>
      <Field name={`${prefix}.value`} label="Amount">
        <TextInput defaultValue={rule?.value} placeholder="55" />
      </Field>
    </FormRow>
    <p className="mt-1.5 hidden text-[0.8125rem] text-ink-faint group-has-[[value=tiered]:checked]/rule:block">
      Steps by list price, such as {STEPS_EXAMPLE} for all above.
    </p>
    <details open={Boolean(rule?.from || rule?.to)} className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-[0.8125rem] text-ink-faint hover:text-ink md:min-h-7">
        Only for some days
      </summary>
      <FormRow>
        <Field name={`${prefix}.from`} label="First day">
          <DateInput {...yearRange("priceRule")} defaultValue={rule?.from} />
        </Field>
        <Field name={`${prefix}.to`} label="Last day">
          <DateInput {...yearRange("priceRule")} defaultValue={rule?.to} />
        </Field>
      </FormRow>
    </details>
  </div>
);
