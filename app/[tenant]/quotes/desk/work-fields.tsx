"use client";

import { Field } from "@/components/form/field";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import { TextInput } from "@/components/form/inputs/text-input";
import type { Choices } from "@/lib/domain/quotes/request";
import { MOST_CHIPS_QUOTED, WORK, workLabels } from "@/lib/domain/quotes/work";

type WorkFieldsProps = { choices: Pick<Choices, "work" | "chips"> | null; chips: boolean };

/** What needs doing: which glass, or how many chips. */
export const WorkFields = ({ choices, chips }: WorkFieldsProps) => (
  <div className="flex flex-col gap-4">
    <RadioCards
      name="work"
      label="What needs doing"
      columns={4}
      defaultValue={choices?.work ?? "windshield"}
      options={WORK.map((value) => ({ value, label: workLabels[value] }))}
    />
    <div hidden={!chips}>
      <Field name="chips" label="How many chips" className="max-w-40">
        <TextInput
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_CHIPS_QUOTED}
          defaultValue={String(choices?.chips || 1)}
        />
      </Field>
    </div>
  </div>
);
