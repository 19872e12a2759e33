import { readFileSync } from "node:fs";
import path from "node:path";
import { cleanPicture } from "../../../lib/pictures/clean";
import type { Kernel } from "../../../lib/tenancy/kernel";
import type { TenantId } from "../../../lib/tenancy/scope";
import type { DemoShop } from "./people";

const terms = `Demo terms. Leaks and workmanship: lifetime warranty for as long as you own the vehicle. Chips: if a repair runs on, its price counts towards a new windshield.
Please leave a window open a finger's breadth and the tape on for 24 hours. We tell you when the vehicle is safe to drive.
Payment is due when the work is done. Cancelling is free until noon of the day before.`;

const papers: Partial<Record<DemoShop, { brandColor: string; taxId: string; logo: string | null }>> = {
  "harbor-glass": { brandColor: "#1d4f91", taxId: "EIN 00-0000120 (demo)", logo: null },
  "summit-glass": { brandColor: "#9a3412", taxId: "EIN 00-0000130 (demo)", logo: "summit-logo.png" },
};

/** What a demo shop's papers look like: one with a logo, one without. */
export async function makePaper(
  kernel: Kernel,
  tenantId: TenantId,
  shop: DemoShop,
  now: Date,
): Promise<void> {
  const paper = papers[shop];
  if (!paper) return;
  const { logo, ...words } = paper;
  const cleaned = logo && (await cleanPicture(readFileSync(path.join(import.meta.dirname, logo))));
  const picture = cleaned && "png" in cleaned ? { logo: new Uint8Array(cleaned.png), logoAt: now } : {};
  await kernel.withTenant(tenantId, (db) => db.shopPaper.create({ data: { ...words, ...picture, terms } }));
}
