import type { z } from "zod";
import { saveShown } from "@/lib/forms/shown";
import type { Db } from "@/lib/tenancy/tenancy";
import { changeSettings } from "../shop-settings";
import type { Logo, PaperForm } from "./forms";

type Input = z.output<typeof PaperForm>;

/** Keeps what a shop's papers say, and how long its quotes hold. A new logo takes the old one's place. @throws Overlap where somebody else changed the same meanwhile */
export async function savePaper(db: Db, input: Input, now: Date): Promise<void> {
  const { shown, logo, removeLogo, quoteValidDays, ...typed } = input;
  await db.shopPaper.createMany({ data: [{}], skipDuplicates: true });
  await saveShown({
    shown,
    typed,
    read: () => db.shopPaper.findFirstOrThrow({ select: { brandColor: true, taxId: true, terms: true } }),
    save: (words, guard) =>
      db.shopPaper.updateMany({ where: guard, data: { ...words, ...logoChange(logo, removeLogo, now) } }),
  });
  await changeSettings(db, { quoteValidDays });
}

function logoChange(chosen: Logo | null, remove: boolean, now: Date) {
  if (chosen) return { logo: chosen.png, logoAt: now };
  return remove ? { logo: null, logoAt: null } : {};
}
