import { Refusal } from "@/lib/refusal";
import type { SystemDb } from "@/lib/tenancy/tenancy";

/** @param id the administrator that may have the name; none for a new one. @throws Refusal where another has it. */
export async function refuseTwin(db: SystemDb, name: string, id?: string): Promise<void> {
  const twin = await db.tpa.findUnique({ where: { name } });
  if (twin && twin.id !== id) throw new Refusal(`${name} is in the list already.`, "name");
}
