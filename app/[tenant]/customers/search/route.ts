import { office } from "@/lib/auth/roles";
import { lookup } from "@/lib/lookup";
import { formatPhone } from "@/lib/phone";
import { SearchQuery } from "../customer";
import { feature } from "../feature";
import { searchCustomers } from "../queries";

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
