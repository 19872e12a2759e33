import { afterAll, beforeAll, expect, it } from "vitest";
import { loadLogo, loadPaper } from "@/lib/domain/shops/paper/paper";
import { cleanPicture } from "@/lib/pictures/clean";
import { migrateData } from "@/lib/tenancy/data-migration";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { ENDLESS_PNG, makeJpeg, makePng } from "@/tests/support/pictures";
import cleanLogos from "./clean_logos";

let database: TestDatabase;
let kernel: Kernel;
beforeAll(async () => {
  database = await openTestDatabase({ own: true });
  kernel = database.open();
});
afterAll(() => database.close());

const AT = new Date("2026-03-02T12:00:00Z");

async function shopWith(logo: Uint8Array<ArrayBuffer> | null): Promise<TenantId> {
  const shop = await mintTenant(kernel);
  const data = { logo, logoAt: logo && AT, terms: "Pay" };
  await kernel.withTenant(shop, (db) => db.shopPaper.create({ data }));
  return shop;
}
const logoOf = async (shop: TenantId) => (await kernel.withTenant(shop, loadLogo))?.stored;
const paperOf = (shop: TenantId) => kernel.withTenant(shop, loadPaper);

it("makes each logo that is kept anew, and shows none that can't be read", { timeout: 600_000 }, async () => {
  const photo = await makeJpeg(300, 100, { trailing: "<script>" });
  const shops = {
    photo: await shopWith(photo),
    endless: await shopWith(ENDLESS_PNG),
    damaged: await shopWith(makePng(300, 100).slice(0, 60)),
    none: await shopWith(null),
  };
  expect(await migrateData(kernel, cleanLogos)).toBe(3);
  for (const [shop, picture] of [
    [shops.photo, photo],
    [shops.endless, ENDLESS_PNG],
  ] as const) {
    expect({ png: await logoOf(shop) }).toEqual(await cleanPicture(picture));
    expect((await paperOf(shop)).logo).not.toContain(String(AT.getTime()));
  }
  expect((await logoOf(shops.damaged))?.length).toBe(60);
  expect((await paperOf(shops.damaged)).logo).toBeNull();
  expect(await logoOf(shops.none)).toBeUndefined();
  expect(await migrateData(kernel, cleanLogos)).toBe(0);
});
