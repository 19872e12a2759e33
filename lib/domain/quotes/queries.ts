import { dateIn, dayOf } from "@/lib/dates";
import { loadPriceBook } from "@/lib/domain/pricing/book";
import { inOrder, pageOf, type Slice, type Ways } from "@/lib/found";
import { type Sql, sql } from "@/lib/tenancy/sql";
import { by, type Db } from "@/lib/tenancy/tenancy";
import { bookFor } from "./prices";
import { type QuoteList, statesFor } from "./quote";

/** By its number or part number, by its customer, or by its vehicle's plate or VIN. */
const ways: Ways = {
  kinds: ["quote", "customer", "vehicle"],
  to: sql`select subject from hit where kind = 'quote'
    union all select id from quotes where customer_id in (select subject from hit where kind = 'customer')
    union all select id from quotes where vehicle_id in (select subject from hit where kind = 'vehicle')`,
};

/** One page of quotes, the newest first, and how many there are in all. @param list null for all of them. */
export async function listQuotes(db: Db, search: string, list: QuoteList | null, at: Slice) {
  const order = sql`created_at desc, id desc`;
  const page = { table: sql`quotes`, where: shownBy(list), search, ways, order, at };
  const { ids, total } = await pageOf(db, page);
  const rows = await db.quote.findMany({
    where: { id: { in: ids } },
    include: { customer: { select: { name: true } }, vehicle: true },
  });
  return { rows: inOrder(ids, rows).map(withValidity), total };
}

function shownBy(list: QuoteList | null): Sql {
  if (list === null) return sql`true`;
  if (list !== "approve") return sql`status = ${list}::quote_status`;
  return sql`approval = 'needed' and status = any(${statesFor("approve")}::quote_status[])`;
}

/** A quote with its lines and all that its paper says. @throws NotFound */
export async function getQuote(db: Db, id: string) {
  const quote = await db.quote.findUniqueOrThrow({
    where: by("id", id),
    include: {
      customer: true,
      vehicle: true,
      insurer: true,
      lines: { orderBy: { position: "asc" } },
      options: { orderBy: { position: "asc" } },
      signatures: true,
      jobs: { orderBy: { createdAt: "desc" }, take: 1 },
    },
  });
  return withValidity(quote);
}

/** The id of the price version that a quote was made with; null where none was kept. */
export async function versionOf(db: Db, { priceVersion }: { priceVersion: number | null }) {
  if (priceVersion === null) return null;
  const where = by("number", priceVersion);
  return (await db.priceVersion.findUnique({ where, select: { id: true } }))?.id ?? null;
}

function withValidity<Row extends { validUntil: Date }>(row: Row) {
  return { ...row, validUntil: dayOf(row.validUntil) };
}

/** Reasons to choose from: those every shop has, and the shop's own. */
export async function reasons(db: Db, kind: "lost" | "discount"): Promise<string[]> {
  const rows = await db.reasonCode.findMany({ where: { kind }, orderBy: { label: "asc" } });
  return rows.map((row) => row.label);
}

/** What the desk needs of a customer. @throws NotFound */
export async function customerAtDesk(db: Db, id: string) {
  const customer = await db.customer.findUniqueOrThrow({
    where: by("id", id),
    include: { vehicles: { orderBy: { createdAt: "desc" }, take: 12 } },
  });
  const vehicles = customer.vehicles.map(({ id, year, make, model, bodyStyle, trim, plate }) => ({
    id,
    year,
    make,
    model,
    bodyStyle,
    trim,
    plate,
  }));
  return { id, phone: customer.phone, vehicles, ...deskFacts(customer) };
}

type Facts = Pick<
  Awaited<ReturnType<typeof getQuote>>["customer"],
  "name" | "state" | "zip" | "accountType" | "taxExempt" | "taxCertificate" | "taxCertificateUntil"
>;

/** What of a customer makes a price, as the browser gets it. */
export function deskFacts(customer: Facts) {
  const { name, state, zip, accountType, taxExempt, taxCertificate, taxCertificateUntil: until } = customer;
  return {
    name,
    state,
    zip,
    accountType,
    taxExempt,
    taxCertificate,
    taxCertificateUntil: until && dayOf(until),
  };
}

export type DeskCustomer = Awaited<ReturnType<typeof customerAtDesk>>;

/** The makers this shop likes best, for each kind of glass. */
export function brandPreferences(db: Db) {
  return db.brandPreference.findMany({ select: { glassPosition: true, grade: true, brands: true } });
}

/** What the desk starts from: prices without any part's, insurers, the shop's state. Null prices where none are set. */
export async function openDesk(db: Db, timeZone: string, seesCost: boolean) {
  const today = dateIn(timeZone, new Date());
  const book = await loadPriceBook(db);
  const insurers = await db.insurer.findMany({ orderBy: { name: "asc" } });
  const shop = await db.tenant.findFirstOrThrow({ select: { state: true } });
  return {
    today,
    seesCost,
    book: bookFor(book, { parts: [], on: today }, seesCost),
    brands: await brandPreferences(db),
    insurers: insurers.map(({ id, name }) => ({ value: id, label: name })),
    state: shop.state || null,
  };
}

export type DeskSetting = Awaited<ReturnType<typeof openDesk>>;
