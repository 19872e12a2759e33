import { afterAll, beforeAll, expect, it } from "vitest";
import { shownPicture } from "@/lib/pictures/pictures";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import type { Db } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { makePng } from "@/tests/support/pictures";
import { PaperForm } from "./forms";
import { loadLogo, loadPaper } from "./paper";
import { savePaper } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let other: TenantId;
const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);
const noon = new Date("2026-03-02T12:00:00Z");
const later = new Date("2026-03-03T12:00:00Z");

const png = makePng(256, 64);
const form = { brandColor: "#0c7284", taxId: "EIN 1", terms: "Pay", quoteValidDays: "21" };
const save = async (more: object, now = noon) => {
  const input = await PaperForm.parseAsync({ ...form, ...more });
  return inShop((db) => savePaper(db, input, now));
};

beforeAll(async () => {
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  other = await mintTenant(kernel);
});
afterAll(() => database.close());

it("a shop that has said nothing prints in black, without a logo", async () => {
  expect(await inShop(loadPaper)).toMatchObject({ brandColor: "", taxId: "", terms: "", logo: null });
});

it("keeps the paper, its logo under an address of its own, and how long quotes hold", async () => {
  await save({ logo: new File([png], "logo.png") });
  const paper = await inShop(loadPaper);
  expect(paper).toMatchObject({ brandColor: "#0c7284", taxId: "EIN 1", terms: "Pay" });
  expect(paper.logo).toMatch(new RegExp(`/settings/logo\\?at=${noon.getTime()}$`));
  expect(await shownPicture(await inShop(loadLogo))).toEqual(
    await shownPicture({ stored: png, shop: "any" }),
  );
  expect((await inShop((db) => db.shopSettings.findFirstOrThrow())).quoteValidDays).toBe(21);
});

it("keeps the logo when other things change, and gives a new one a new address", async () => {
  await save({ terms: "Other" }, later);
  expect((await inShop(loadPaper)).logo).toContain(String(noon.getTime()));
  await save({ logo: new File([png], "logo.png"), removeLogo: "on" }, later);
  expect((await inShop(loadPaper)).logo).toContain(String(later.getTime()));
});

it("is nobody else's", async () => {
  expect(await kernel.withTenant(other, loadLogo)).toBeNull();
  expect(await kernel.withTenant(other, loadPaper)).toMatchObject({ taxId: "", logo: null });
});

it("takes the logo away", async () => {
  await save({ removeLogo: "on" });
  expect(await inShop(loadLogo)).toBeNull();
  expect((await inShop(loadPaper)).logo).toBeNull();
});
