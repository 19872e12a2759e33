import { foundBy, inOrder, pageOf, type Slice, type Ways } from "@/lib/found";
import { checkVin, wmiOf } from "@/lib/glass/vehicles/vin";
import { decodeVin, schemasFor, type VinRows } from "@/lib/glass/vehicles/vin-decode";
import { sql } from "@/lib/tenancy/sql";
import { by, type Db } from "@/lib/tenancy/tenancy";

const MOST_OFFERED = 10;

/** By name, company, e-mail or phone, or by the plate or VIN of a vehicle of theirs. */
const ways: Ways = {
  kinds: ["customer", "vehicle"],
  to: sql`select subject from hit where kind = 'customer' union all select customer_id from vehicles where id in (select subject from hit where kind = 'vehicle')`,
};

/** One page of the list, by name, and how many there are in all. Archived ones apart. */
export async function listCustomers(db: Db, search: string, archived: boolean, at: Slice) {
  const { ids, total } = await pageOf(db, {
    table: sql`customers`,
    where: archived ? sql`archived_at is not null` : sql`archived_at is null`,
    search,
    ways,
    order: sql`name, id`,
    at,
  });
  const rows = await db.customer.findMany({
    where: { id: { in: ids } },
    include: { vehicles: { orderBy: { createdAt: "desc" }, take: 1 } },
  });
  return { rows: inOrder(ids, rows), total };
}

/** The first few matches, for choosing one while typing: names that begin with the search before all others. */
export async function searchCustomers(db: Db, search: string) {
  const begins = search.toLowerCase();
  return db.$queryRaw<{ id: string; name: string; phone: string; company: string }[]>`
    select id, name, phone, company from customers where archived_at is null ${foundBy(search, ways)}
    order by starts_with(lower(name), ${begins}) desc, name, id limit ${MOST_OFFERED}`;
}

/** A customer with vehicles and the latest quotes, jobs and invoices. @throws NotFound */
export function getCustomer(db: Db, id: string) {
  const latest = { orderBy: { createdAt: "desc" as const }, take: 10 };
  return db.customer.findUniqueOrThrow({
    where: by("id", id),
    include: {
      textConsents: { orderBy: { at: "desc" }, take: 1 },
      vehicles: { orderBy: { createdAt: "desc" } },
      quotes: { ...latest, include: { vehicle: true } },
      jobs: { ...latest, include: { vehicle: true } },
      invoices: latest,
    },
  });
}

/** @throws NotFound unless the vehicle is this customer's. */
export function getVehicle(db: Db, customerId: string, vehicleId: string) {
  return db.vehicle.findUniqueOrThrow({
    where: { ...by("id", vehicleId), customerId },
    include: { customer: true },
  });
}

/** What vPIC says of a VIN, offline. Two queries, then pure matching. @param typed as typed; a VIN that can't be one is explained. */
export async function vehicleOfVin(db: Db, typed: string, thisYear: number) {
  const { vin, usable } = checkVin(typed);
  const nothing: VinRows = { wmi: null, schemas: [], patterns: [] };
  if (!usable) return decodeVin(vin, nothing, thisYear);
  const maker = await db.vinWmi.findUnique({ where: { wmi: wmiOf(vin) }, include: { schemas: true } });
  if (!maker) return decodeVin(vin, nothing, thisYear);
  const schemaId = { in: schemasFor(vin, maker.schemas, thisYear) };
  const patterns = await db.vinPattern.findMany({ where: { schemaId } });
  return decodeVin(
    vin,
    { wmi: maker, schemas: maker.schemas, patterns: patterns as VinRows["patterns"] },
    thisYear,
  );
}
