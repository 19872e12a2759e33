"use client";

import { Field } from "@/components/form/field";
import { FormRow } from "@/components/form/form-row";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import { TextInput } from "@/components/form/inputs/text-input";
import type { Choices } from "@/lib/domain/quotes/request";
import type { Desk } from "./use-desk";

type PlaceFieldsProps = { choices: Choices | null; mobile: boolean; place: Desk["place"] };

/** Where the work is done; for a trip, how far it is as far as that makes a price. */
export const PlaceFields = ({ choices, mobile, place: { zip, ownZip, trip, byMiles } }: PlaceFieldsProps) => {
  return (
    <>
      <RadioCards
        name="place"
        label="Where"
        defaultValue={choices?.place ?? "shop"}
        options={[
          { value: "shop", label: "In the shop" },
          { value: "mobile", label: "Mobile", hint: "We go to the customer" },
        ]}
      />
      <div hidden={!mobile}>
        <FormRow>
          <Field name="workZip" label="ZIP code there" hint={<ZipHint zip={zip} trip={trip} />}>
            <TextInput
              inputMode="numeric"
              autoComplete="off"
              maxLength={10}
              defaultValue={choices?.workZip}
              placeholder={ownZip || undefined}
            />
          </Field>
          <div hidden={!byMiles}>
            <Field name="workMiles" label="Miles there" hint="Leave empty to go by the ZIP codes.">
              <TextInput
                inputMode="numeric"
                autoComplete="off"
                maxLength={3}
                defaultValue={choices?.workMiles == null ? "" : String(choices.workMiles)}
                placeholder={trip?.miles == null ? undefined : String(trip.miles)}
              />
            </Field>
          </div>
        </FormRow>
      </div>
    </>
  );
};

/** Where that is, or that nobody knows: a slip would be taxed as in the shop. */
const ZipHint = ({ zip, trip }: Pick<Desk["place"], "zip" | "trip">) => {
  if (!trip) return "It decides the tax, and in some shops the fee.";
  const far = trip.miles === null ? "" : `, about ${trip.miles} mi`;
  if (trip.city) return `${zip}: ${trip.city}, ${trip.state}${far}`;
  return <span className="text-warn-ink">No place is known at {zip}. Check it: it decides the tax.</span>;
};
