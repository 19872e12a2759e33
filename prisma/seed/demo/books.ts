import type { Prisma } from "../../../lib/tenancy/generated/client";

type Row<T> = T & { id: string };

/** All rows of a shop's invented past, before they are written. */
export type Books = {
  customers: Row<Prisma.CustomerCreateManyInput>[];
  vehicles: Row<Prisma.VehicleCreateManyInput>[];
  quotes: Row<Prisma.QuoteCreateManyInput>[];
  quoteLines: Prisma.QuoteLineCreateManyInput[];
  quoteOptions: Prisma.QuoteOptionCreateManyInput[];
  quoteLinks: Prisma.QuoteLinkCreateManyInput[];
  jobs: Row<Prisma.JobCreateManyInput>[];
  assignments: Prisma.AssignmentCreateManyInput[];
  claims: Prisma.ClaimCreateManyInput[];
  invoices: Row<Prisma.InvoiceCreateManyInput>[];
  invoiceLines: Prisma.InvoiceLineCreateManyInput[];
  payments: Prisma.PaymentCreateManyInput[];
};

export function emptyBooks(): Books {
  return {
    customers: [],
    vehicles: [],
    quotes: [],
    quoteLines: [],
    quoteOptions: [],
    quoteLinks: [],
    jobs: [],
    assignments: [],
    claims: [],
    invoices: [],
    invoiceLines: [],
    payments: [],
  };
}
