import { Refusal } from "@/lib/refusal";
import { same } from "@/lib/search";
import type { SystemDb } from "@/lib/tenancy/tenancy";

/** @param id the administrator that may have the name; none for a new one. @throws Refusal where another has it. */
export async function refuseTwin(db: SystemDb, name: string, id?: string): Promise<void> {
  const twin = await db.tpa.findFirst({ where: { name: same(name), ...(id && { id: { not: id } }) } });
  if (twin) throw new Refusal(`${twin.name} is in the list already.`, "name");
}
