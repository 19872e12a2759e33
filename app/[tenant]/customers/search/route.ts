import { office } from "@/lib/auth/roles";
import { SearchQuery } from "@/lib/domain/customers/forms";
import { searchCustomers } from "@/lib/domain/customers/queries";
import { lookup } from "@/lib/doors/lookup";
import { formatPhone } from "@/lib/phone";
import { feature } from "../feature";

/** Customers as options for a combobox: by name, phone or plate. */
export const GET = lookup({
  feature,
  allow: office,
  query: SearchQuery,
  run: async (db, { q }) =>
    (await searchCustomers(db, q.trim())).map(({ id, name, phone, company }) => ({
      value: id,
      label: name,
      hint: [formatPhone(phone), company].filter(Boolean).join(" · "),
    })),
});
