import { z } from "zod";
import {
  across,
  checkbox,
  id,
  optionalDate,
  optionalEmail,
  optionalLines,
  optionalPhone,
  optionalState,
  optionalText,
  optionalZip,
  shown,
  text,
} from "@/lib/forms/fields";
import { ACCOUNT_TYPES } from "@/lib/glass/pricing/accounts";
import { vehicleFields, vinOfYear } from "./vehicle-fields";

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
  taxCertificateUntil: optionalDate("certificate"),
  notes: optionalLines(),
};

const { phone, email, taxExempt, taxCertificate } = details;

const checks = [
  across(
    { phone, email },
    "phone",
    (typed) => !typed.phone && !typed.email && "Enter a phone number or an e-mail address.",
  ),
  across(
    { taxExempt, taxCertificate },
    "taxCertificate",
    (typed) => typed.taxExempt && !typed.taxCertificate && "Enter the number of the exemption certificate.",
  ),
];

export const NewCustomer = z.object(details).check(...checks);
export const EditCustomer = z.object({ id, shown, ...details }).check(...checks);
/** What the forms to edit them may change. */
export const customerNames = Object.keys(details);
export const vehicleNames = Object.keys(vehicleFields);

export const OneCustomer = z.object({ id });

export const NewVehicle = z.object({ customerId: id, ...vehicleFields }).check(vinOfYear);
export const EditVehicle = z.object({ id, shown, customerId: id, ...vehicleFields }).check(vinOfYear);
export const VinQuery = z.object({ vin: z.string().max(40) });
export const SearchQuery = z.object({ q: z.string().max(100).default("") });
