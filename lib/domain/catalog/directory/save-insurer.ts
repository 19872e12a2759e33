import type { z } from "zod";
import { Refusal } from "@/lib/refusal";
import { same } from "@/lib/search";
import type { SystemDb } from "@/lib/tenancy/tenancy";
import type { NewInsurer } from "./forms";

/**
 * An insurer as kept; the release before reads the administrator's name.
 * @param id the insurer that may have the name; none for a new one. @throws Refusal where another has it.
 */
export async function insurerData(db: SystemDb, { name, tpaId }: z.output<typeof NewInsurer>, id?: string) {
  const twin = await db.insurer.findFirst({ where: { name: same(name), ...(id && { id: { not: id } }) } });
  if (twin) throw new Refusal(`${twin.name} is in the list already.`, "name");
  const tpa = tpaId ? await db.tpa.findUniqueOrThrow({ where: { id: tpaId } }) : null;
  return { name, tpaId, tpaName: tpa?.name ?? null };
}
