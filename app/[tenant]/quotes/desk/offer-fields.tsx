"use client";

import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import type { Choices } from "@/lib/domain/quotes/request";
import { GRADES, gradeNames } from "@/lib/domain/quotes/work";
import { formatCents } from "@/lib/money";
import type { Typed } from "./typed";
import type { Desk } from "./use-desk";

type OfferFieldsProps = { typed: Typed; options: Desk["options"]; choices: Choices | null };

/** Further grades of the same glass on the same quote, so that the customer can choose. */
export const OfferFields = ({ typed, options, choices }: OfferFieldsProps) => (
  <fieldset>
    <legend className="mb-1 text-[0.8125rem] font-medium">
      Also offer, beside {gradeNames[typed.grade].toLowerCase()}
    </legend>
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-3">
      {GRADES.map((grade) => {
        const offer = choices?.offers.find((one) => one.grade === grade);
        const offered = typed.offers.some((one) => one.grade === grade);
        const total = options.find((option) => option.grade === grade)?.priced?.totalCents;
        return (
          <div key={grade} hidden={grade === typed.grade}>
            <Checkbox
              name="offer"
              value={grade}
              defaultChecked={offer !== undefined}
              label={offered && total ? `${gradeNames[grade]}: ${formatCents(total)}` : gradeNames[grade]}
            />
            <div hidden={!offered} className="pb-2">
              <Field name={`offerPrice.${grade}`} label={`${gradeNames[grade]} glass price`}>
                <MoneyInput defaultCents={offer?.glassCents} placeholder="By your prices" />
              </Field>
            </div>
          </div>
        );
      })}
    </div>
  </fieldset>
);
