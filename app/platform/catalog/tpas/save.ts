import { Refusal } from "@/lib/refusal";
import type { SystemDb } from "@/lib/tenancy/tenancy";

/** @param id the administrator that may have the name; none for a new one. @throws Refusal where another has it. */
export async function refuseTwin(db: SystemDb, name: string, id?: string): Promise<void> {
  const sameName = { name: { equals: name, mode: "insensitive" as const } };
  const twin = await db.tpa.findFirst({ where: { ...sameName, ...(id && { id: { not: id } }) } });
  if (twin) throw new Refusal(`${twin.name} is in the list already.`, "name");
}
