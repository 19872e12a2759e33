"use client";

import { Field } from "@/components/form/field";
import { FormRow } from "@/components/form/form-row";
import { DateInput } from "@/components/form/inputs/date-input";
import { TextInput } from "@/components/form/inputs/text-input";
import { dayRange } from "@/lib/date-range";
import { formatDate } from "@/lib/dates";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";

/** Why prices change, and from which day on. What waits for its day already is the earliest. */
export const ChangeFields = ({ desk: { waiting, today, madeOn } }: { desk: PreviewDesk }) => {
  const earliest = waiting?.effectiveFrom ?? today;
  return (
    <div className="mt-5 first:mt-0">
      <input type="hidden" name="madeOn" value={madeOn} />
      <FormRow>
        <Field name="reason" label="Reason for the change" hint="For the history of your prices.">
          <TextInput placeholder="Urethane went up" maxLength={300} />
        </Field>
        <Field
          name="effectiveFrom"
          label="Holds from"
          hint={
            waiting
              ? `Version ${waiting.number} waits for ${formatDate(earliest, today)}: you are changing those prices.`
              : "Until a later day, today's prices stay."
          }
        >
          <DateInput {...dayRange("priceChange", today)} defaultValue={earliest} min={earliest} />
        </Field>
      </FormRow>
    </div>
  );
};
