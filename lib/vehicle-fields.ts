import { z } from "zod";
import { optionalState, optionalText, text } from "./fields";
import { plainPlate } from "./glass/car";
import { checkVin } from "./glass/vin";

const FIRST_YEAR = 1930;
const LAST_YEAR = 2030;

/** A VIN that can't be one is refused; a wrong check digit only warns, where the VIN is decoded. */
const optionalVin = optionalText(40).transform((typed, context) => {
  if (typed === "") return "";
  const { vin, error } = checkVin(typed);
  if (error) context.addIssue({ code: "custom", message: error });
  return vin;
});

/** The fields of `components/vehicle`, as they are posted. */
export const vehicleFields = {
  vin: optionalVin,
  year: z.coerce
    .number({ error: "Enter the model year." })
    .int("Enter the model year.")
    .min(FIRST_YEAR, "Enter the model year.")
    .max(LAST_YEAR, `Enter a model year up to ${LAST_YEAR}.`),
  make: text("the make", 60),
  model: text("the model", 60),
  bodyStyle: optionalText(60),
  trim: optionalText(60),
  plate: optionalText(16).transform(plainPlate),
  plateState: optionalState,
};
