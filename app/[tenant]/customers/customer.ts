import { z } from "zod";
import {
  checkbox,
  id,
  optionalDate,
  optionalEmail,
  optionalPhone,
  optionalState,
  optionalText,
  optionalZip,
  text,
} from "@/lib/fields";
import { ACCOUNT_TYPES } from "@/lib/glass/accounts";
import { vehicleFields } from "@/lib/vehicle-fields";

const details = {
  name: text("a name"),
  phone: optionalPhone,
  email: optionalEmail,
  company: optionalText(),
  street: optionalText(),
  city: optionalText(100),
  state: optionalState,
  zip: optionalZip,
  accountType: z.enum(ACCOUNT_TYPES, { error: "Choose a kind of account." }).default("retail"),
  taxExempt: checkbox,
  taxCertificate: optionalText(100),
  taxCertificateUntil: optionalDate,
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

export const NewVehicle = z.object({ customerId: id, ...vehicleFields });
export const EditVehicle = z.object({ id, customerId: id, ...vehicleFields });
export const VinQuery = z.object({ vin: z.string().max(40) });
export const SearchQuery = z.object({ q: z.string().max(100).default("") });
