import { randomUUID } from "node:crypto";
import type pg from "pg";
import { insurers } from "./insurers";
import { demoParts } from "./parts";

/** Loads the demo parts with the vehicles they fit, and the insurers. Parts that are there already stay as they are. */
export async function loadCatalogue(client: pg.Client): Promise<void> {
  const parts = demoParts.map(({ fits, ...part }) => ({ id: randomUUID(), ...snakeCased(part) }));
  const fits = demoParts.flatMap((part) =>
    part.fits.map((fit) => ({ id: randomUUID(), nags_number: part.nagsNumber, ...snakeCased(fit) })),
  );
  await client.query(
    `with added as (
       insert into parts select * from json_populate_recordset(null::parts, $1) on conflict (nags_number) do nothing returning id, nags_number
     )
     insert into part_fits (id, part_id, year_from, year_to, make, model, body_style)
     select fit.id, added.id, fit.year_from, fit.year_to, fit.make, fit.model, fit.body_style
     from json_to_recordset($2) as fit (id uuid, nags_number text, year_from int, year_to int, make text, model text, body_style text)
     join added using (nags_number)`,
    [JSON.stringify(parts), JSON.stringify(fits)],
  );
  await client.query(
    `insert into insurers (id, name, tpa)
     select gen_random_uuid(), name, tpa from json_to_recordset($1) as i (name text, tpa text) on conflict (name) do nothing`,
    [JSON.stringify(insurers)],
  );
}

function snakeCased(row: object): Record<string, unknown> {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));
}
