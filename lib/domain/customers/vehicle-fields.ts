import { z } from "zod";
import { across, optionalState, optionalText, text } from "@/lib/forms/fields";
import { plainPlate } from "@/lib/glass/vehicles/car";
import { checkVin } from "@/lib/glass/vehicles/vin";

const FIRST_YEAR = 1930;
const YEARS_AHEAD = 2;
const latest = () => new Date().getUTCFullYear() + YEARS_AHEAD;

const optionalVin = optionalText(40).transform((typed, context) => {
  if (typed === "") return "";
  const { vin, error } = checkVin(typed, FIRST_YEAR);
  if (error) context.addIssue({ code: "custom", message: error });
  return vin;
});

const year = z.coerce
  .number({ error: "Enter the model year." })
  .int("Enter the model year.")
  .min(FIRST_YEAR, "Enter the model year.")
  .refine((typed) => typed <= latest(), { error: () => `Enter a model year up to ${latest()}.` });

/** The fields of `components/vehicle`, as they are posted. */
export const vehicleFields = {
  vin: optionalVin,
  year,
  make: text("the make", 60),
  model: text("the model", 60),
  bodyStyle: optionalText(60),
  trim: optionalText(60),
  plate: optionalText(16).transform(plainPlate),
  plateState: optionalState,
};

/** A VIN that can't be one of its year is refused. One that only looks wrong is kept, with a warning beside the field and wherever it stands. */
export const vinOfYear = across(
  { vin: optionalVin, year },
  "vin",
  (car) => car.vin !== "" && checkVin(car.vin, car.year).error,
);
