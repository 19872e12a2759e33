import type { z } from "zod";
import type { Db } from "@/lib/tenancy/tenancy";
import { changeSettings } from "../shop-settings";
import type { Logo, PaperForm } from "./forms";

type Input = z.output<typeof PaperForm>;

/** Keeps what a shop's papers say, and how long its quotes hold. A new logo takes the old one's place. */
export async function savePaper(db: Db, input: Input, now: Date): Promise<void> {
  const { logo, removeLogo, quoteValidDays, ...words } = input;
  const paper = { ...words, ...logoChange(logo, removeLogo, now) };
  await db.shopPaper.createMany({ data: [{}], skipDuplicates: true });
  await db.shopPaper.updateMany({ data: paper });
  await changeSettings(db, { quoteValidDays });
}

function logoChange(chosen: Logo | null, remove: boolean, now: Date) {
  if (chosen) return { logo: chosen.png, logoAt: now };
  return remove ? { logo: null, logoAt: null } : {};
}
