import { plainPlate } from "@/lib/glass/vehicles/car";
import { checkVin, wmiOf } from "@/lib/glass/vehicles/vin";
import { decodeVin, schemasFor, type VinRows } from "@/lib/glass/vehicles/vin-decode";
import { phoneDigits } from "@/lib/phone";
import { begins, codeBegins, codeHolds, holds } from "@/lib/search";
import { by, type Db } from "@/lib/tenancy/tenancy";

const MOST_OFFERED = 10;

/** Customers whose name, company, e-mail, phone digits, plate or VIN match; all of them for an empty search. Archived ones apart. */
function matching(search: string, archived: boolean) {
  const archivedAt = archived ? { not: null } : null;
  if (!search) return { archivedAt };
  const digits = phoneDigits(search);
  const plate = plainPlate(search);
  const said = holds(search);
  return {
    archivedAt,
    OR: [
      { name: said },
      { company: said },
      { email: said },
      ...(digits.length >= 3 ? [{ phone: codeHolds(digits) }] : []),
      ...(plate.length >= 3
        ? [{ vehicles: { some: { OR: [{ plate: codeBegins(plate) }, { vin: codeHolds(plate) }] } } }]
        : []),
    ],
  };
}

/** One page of the list and how many there are in all. */
export async function listCustomers(
  db: Db,
  search: string,
  archived: boolean,
  { skip, take }: { skip: number; take: number },
) {
  const where = matching(search, archived);
  const rows = await db.customer.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip,
    take,
    include: { vehicles: { orderBy: { createdAt: "desc" }, take: 1 } },
  });
  return { rows, total: await db.customer.count({ where }) };
}

/** The first few matches, for choosing one while typing: names that begin with the search before all others. */
export async function searchCustomers(db: Db, search: string) {
  const begin = { name: begins(search) };
  const find = (where: object, take: number) =>
    db.customer.findMany({
      where: { AND: [matching(search, false), where] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take,
      select: { id: true, name: true, phone: true, company: true },
    });
  const first = await find(begin, MOST_OFFERED);
  if (first.length === MOST_OFFERED) return first;
  return [...first, ...(await find({ NOT: begin }, MOST_OFFERED - first.length))];
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
