import type { z } from "zod";
import { changeSettings } from "@/lib/shop-settings";
import type { Db } from "@/lib/tenancy/tenancy";
import { checkLogo, type PaperForm } from "./paper";

type Input = z.output<typeof PaperForm>;

/** Keeps what a shop's papers say, and how long its quotes hold. A new logo takes the old one's place. @throws Refusal for a logo that can't be one. */
export async function savePaper(db: Db, input: Input, now: Date): Promise<void> {
  const { logo, removeLogo, quoteValidDays, ...words } = input;
  const paper = { ...words, ...(await logoChange(logo, removeLogo, now)) };
  await db.shopPaper.createMany({ data: [{}], skipDuplicates: true });
  await db.shopPaper.updateMany({ data: paper });
  await changeSettings(db, { quoteValidDays });
}

async function logoChange(chosen: Blob | null, remove: boolean, now: Date) {
  if (chosen) return { logo: checkLogo(new Uint8Array(await chosen.arrayBuffer())), logoAt: now };
  return remove ? { logo: null, logoAt: null } : {};
}
