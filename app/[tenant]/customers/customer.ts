import { z } from "zod";
import {
  checkbox,
  id,
  optionalEmail,
  optionalPhone,
  optionalState,
  optionalText,
  optionalZip,
  text,
} from "@/lib/fields";
import { checkVin } from "@/lib/glass/vin";

const details = {
  name: text("a name"),
  phone: optionalPhone,
  email: optionalEmail,
  company: optionalText(),
  street: optionalText(),
  city: optionalText(100),
  state: optionalState,
  zip: optionalZip,
  taxExempt: checkbox,
  taxCertificate: optionalText(100),
  notes: optionalText(2000),
};

type Details = { phone: string; email: string; taxExempt: boolean; taxCertificate: string };

function checkDetails(input: Details, context: z.core.$RefinementCtx): void {
  if (!input.phone && !input.email)
    context.addIssue({
      code: "custom",
      path: ["phone"],
      message: "Enter a phone number or an e-mail address.",
    });
  if (input.taxExempt && !input.taxCertificate)
    context.addIssue({
      code: "custom",
      path: ["taxCertificate"],
      message: "Enter the number of the exemption certificate.",
    });
}

export const NewCustomer = z.object(details).superRefine(checkDetails);
export const EditCustomer = z.object({ id, ...details }).superRefine(checkDetails);
export const OneCustomer = z.object({ id });

const LAST_YEAR = 2030;

/** A VIN that can't be one is refused; a wrong check digit only warns, where the VIN is decoded. */
const optionalVin = optionalText(40).transform((typed, context) => {
  if (typed === "") return "";
  const { vin, error } = checkVin(typed);
  if (error) context.addIssue({ code: "custom", message: error });
  return vin;
});

export const vehicleFields = {
  vin: optionalVin,
  year: z.coerce
    .number({ error: "Enter the model year." })
    .int("Enter the model year.")
    .min(1930, "Enter a model year from 1930.")
    .max(LAST_YEAR, `Enter a model year up to ${LAST_YEAR}.`),
  make: text("the make", 60),
  model: text("the model", 60),
  bodyStyle: optionalText(60),
  trim: optionalText(60),
  plate: optionalText(16).transform(plainPlate),
  plateState: optionalState,
};

export const NewVehicle = z.object({ customerId: id, ...vehicleFields });
export const EditVehicle = z.object({ id, customerId: id, ...vehicleFields });
export const VinQuery = z.object({ vin: z.string().max(40) });
export const SearchQuery = z.object({ q: z.string().max(100).default("") });

/** A plate as it is stored and searched: letters and digits alone. */
export function plainPlate(plate: string): string {
  return plate.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

type Car = { year: number; make: string; model: string; trim?: string; bodyStyle?: string };

/** @returns a vehicle in one line: "2021 Toyota RAV4 XLE". */
export function carName({ year, make, model, trim }: Car): string {
  return [year, make, model, trim].filter(Boolean).join(" ");
}
