import { asOwner, withClient } from "../postgres/sql.ts";

export type Seed = "reference" | "demo";

/** Which seeds a database has had. They are noted in the comment of the schema `app`, so no table is needed for it. */
export async function seedsOf(adminUrl: string): Promise<Set<Seed>> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ note: string | null }>(
      "select obj_description('app'::regnamespace) as note",
    );
    return new Set((rows[0]?.note?.match(/reference|demo/g) ?? []) as Seed[]);
  });
}

/** Notes that a seed is in, once it is in whole. */
export async function noteSeed(adminUrl: string, seed: Seed): Promise<void> {
  const seeds = (await seedsOf(adminUrl)).add(seed);
  await withClient(asOwner(adminUrl), (client) =>
    client.query(`comment on schema app is 'seeded: ${[...seeds].join(", ")}'`),
  );
}
