import { afterAll, beforeAll, expect, test } from "vitest";
import { wmiOf } from "../../../lib/glass/vehicles/vin";
import {
  type DecodedVin,
  decodeVin,
  schemasFor,
  type VinPattern,
  type VinWmiSchema,
} from "../../../lib/glass/vehicles/vin-decode";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database";
import { vehicles } from "./vehicles";

const THIS_YEAR = 2026;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function decode(vin: string): Promise<DecodedVin> {
  const { rows: wmis } = await database.admin.query(
    `select wmi, make, manufacturer, vehicle_type as "vehicleType" from vin_wmis where wmi = $1`,
    [wmiOf(vin)],
  );
  const { rows: schemas } = await database.admin.query<VinWmiSchema>(
    `select wmi, schema_id as "schemaId", year_from as "yearFrom", year_to as "yearTo"
     from vin_wmi_schemas where wmi = $1`,
    [wmiOf(vin)],
  );
  const { rows: patterns } = await database.admin.query<VinPattern>(
    `select schema_id as "schemaId", keys, element, value, make, specificity
     from vin_patterns where schema_id = any($1)`,
    [schemasFor(vin, schemas, THIS_YEAR)],
  );
  return decodeVin(vin, { wmi: wmis[0] ?? null, schemas, patterns }, THIS_YEAR);
}

test.each([
  ["1HGCM82633A004352", 2003, "Honda", "Accord", "EX-V6", "Coupe"],
  ["5YJ3E1EA7KF317000", 2019, "Tesla", "Model 3", null, "Sedan"],
  ["1FTFW1ET5DFC10312", 2013, "Ford", "F-150", null, "Pickup"],
  ["2T3P1RFV5MW123456", 2021, "Toyota", "RAV4", "XLE", "SUV"],
  ["4T1G11AK6LU123456", 2020, "Toyota", "Camry", "SE", "Sedan"],
  ["2HGFC2F50JH123456", 2018, "Honda", "Civic", "LX", "Sedan"],
  ["1C4RJFBG5KC123456", 2019, "Jeep", "Grand Cherokee", "Limited", "SUV"],
  ["1GCUYDED4KZ123456", 2019, "Chevrolet", "Silverado", "LT", "Pickup"],
  ["1C6SRFFT7LN123456", 2020, "Ram", "1500", "Big Horn, Lonestar", "Pickup"],
  ["2C4RC1BG8LR123456", 2020, "Chrysler", "Pacifica", "Touring L", "Minivan"],
  ["4S4BTACC4M3123456", 2021, "Subaru", "Outback", "Premium", "SUV"],
  ["1FBAX2C81LKA12345", 2020, "Ford", "Transit", "Medium Roof", "Van"],
  ["1N4BL4BV8LC123456", 2020, "Nissan", "Altima", "S", "Sedan"],
  ["2FMPK4J91KBA12345", 2019, "Ford", "Edge", "SEL", "SUV"],
])("%s is a %i %s %s", async (vin, year, make, model, trim, bodyStyle) => {
  expect(await decode(vin)).toMatchObject({ year, make, model, trim, bodyStyle });
});

test("the demo catalog spells makes and models as a decoded VIN does, in every year it covers", async () => {
  const { rows } = await database.admin.query<{ name: string }>(
    `select distinct p.make || ' ' || p.value || ' ' || year as name
     from vin_patterns p
     join vin_wmi_schemas s on s.schema_id = p.schema_id
     cross join lateral generate_series(s.year_from, coalesce(s.year_to, $1)) year
     where p.element = 'model' and year >= 2008`,
    [THIS_YEAR],
  );
  const known = new Set(rows.map((row) => row.name));
  const wanted = vehicles.flatMap(({ make, model, generations }) =>
    generations.flatMap((years) => years.map((year) => `${make} ${model} ${year}`)),
  );
  expect(wanted.filter((name) => !known.has(name))).toEqual([]);
});
