import { afterAll, beforeAll, expect, it } from "vitest";
import type { Kernel } from "@/lib/tenancy/kernel";
import { mintTenant, type TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, posted, press } from "@/tests/support/doors";
import { type Furnished, openFurnished } from "@/tests/support/furnished";
import { makePng } from "@/tests/support/pictures";

playDoors();
const actions = await import("./actions");

let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
});
afterAll(() => database.close());

const push = (action: (typeof actions)["saveShop"], values: Parameters<typeof posted>[0]) =>
  press(odd.owner, action, values);
const settings = () => odd.inShop((db) => db.shopSettings.findMany());
const paper = () => odd.inShop((db) => db.shopPaper.findFirst());
const audited = async () => (await lastAudit(kernel, odd.shop)).action;

it("a shop's own address is kept as typed, and no other's", async () => {
  const other = await mintTenant(kernel, "Other Glass");
  const typed = {
    name: "Even Glass",
    email: "even@glass.example",
    street: "18 Even Lane",
    city: "Reno",
    state: "NV",
    zip: "89501",
    timeZone: "America/Denver",
  };
  const done = await push(actions.saveShop, { ...typed, phone: "775 555 0171" });
  expect(done).toEqual({ message: "Saved." });
  const shop = await odd.inShop((db) => db.tenant.findFirstOrThrow());
  expect(shop).toMatchObject({ ...typed, phone: "+17755550171", slug: odd.slug });
  expect(await audited()).toBe("shop.edit");
  expect((await kernel.withTenant(other, (db) => db.tenant.findFirstOrThrow())).name).toBe("Other Glass");
});

it("the discount limit is changed and taken away, and leaves the other settings", async () => {
  const done = await push(actions.saveDiscountLimit, { discountLimitBps: "7.31" });
  expect(done.message).toBe("Saved. It holds for quotes made or changed from now on.");
  expect(await settings()).toMatchObject([{ discountLimitBps: 731, quoteValidDays: 17 }]);
  expect(await audited()).toBe("discount_limit.edit");
  await push(actions.saveDiscountLimit, { discountLimitBps: "" });
  expect(await settings()).toMatchObject([{ discountLimitBps: null, kitCostCents: 1_407 }]);
});

it("the discount limit that somebody else changed meanwhile is told, and then saved over", async () => {
  const limit = (bps: number | null) =>
    odd.inShop((db) => db.shopSettings.updateMany({ data: { discountLimitBps: bps } }));
  const opened = JSON.stringify({ discountLimitBps: 731 });
  await limit(509);
  const refused = await push(actions.saveDiscountLimit, { discountLimitBps: "3.07", shown: opened });
  expect(refused.errors).toEqual({ discountLimitBps: ["Now: 5.09%."] });
  expect(await settings()).toMatchObject([{ discountLimitBps: 509 }]);
  await push(actions.saveDiscountLimit, { discountLimitBps: "3.07", shown: refused.shown ?? "" });
  expect(await settings()).toMatchObject([{ discountLimitBps: 307 }]);
  await limit(null);
  const none = await push(actions.saveDiscountLimit, {
    discountLimitBps: "2.11",
    shown: JSON.stringify({ discountLimitBps: 307 }),
  });
  expect(none.errors).toEqual({ discountLimitBps: ["Now: no limit."] });
});

it("a shop that has set nothing yet gets its row from whichever form is saved first", async () => {
  for (const [action, values, kept] of [
    [actions.saveDiscountLimit, { discountLimitBps: "7.31" }, { discountLimitBps: 731, quoteValidDays: 30 }],
    [actions.savePaper, { quoteValidDays: "19" }, { discountLimitBps: null, quoteValidDays: 19 }],
  ] as const) {
    const shop = await mintTenant(kernel);
    const owner = { ...odd.owner, tenantId: shop };
    await press(owner, action as (typeof actions)["saveShop"], values);
    expect(await kernel.withTenant(shop, (db) => db.shopSettings.findMany())).toMatchObject([kept]);
  }
});

it("what papers say is kept; the logo stays, goes, or gives way as the form says", async () => {
  const words = { brandColor: "#224466", taxId: "EIN 17", terms: "Due at once.", quoteValidDays: "23" };
  const file = (side: number) => new Blob([makePng(side, side)], { type: "image/png" });
  const before = Date.now();
  const done = await push(actions.savePaper, { ...words, logo: file(32) });
  expect(done.message).toBe("Saved. Quotes, work orders and invoices are printed so from now on.");
  const { quoteValidDays: _, ...printed } = words;
  const first = await paper();
  expect(first).toMatchObject(printed);
  expect(first?.logo?.length).toBeGreaterThan(0);
  expect(first?.logoAt?.getTime()).toBeGreaterThanOrEqual(before - 1);
  expect(await settings()).toMatchObject([{ quoteValidDays: 23, kitCostCents: 1_407 }]);
  expect(await audited()).toBe("paper.edit");
  await push(actions.savePaper, { ...words, terms: "Later." });
  expect(await paper()).toMatchObject({ terms: "Later.", logo: first?.logo, logoAt: first?.logoAt });
  await push(actions.savePaper, { ...words, logo: file(48) });
  const second = await paper();
  expect(second?.logo).not.toEqual(first?.logo);
  expect(second?.logoAt?.getTime()).toBeGreaterThan(first?.logoAt?.getTime() ?? 0);
  await push(actions.savePaper, { ...words, removeLogo: "on" });
  expect(await paper()).toMatchObject({ ...printed, logo: null, logoAt: null });
});

it("a feature is switched on and off, each by itself", async () => {
  const flags = () =>
    odd.inShop(async (db) =>
      (await db.tenantFlag.findMany()).map(({ flag, enabled }) => ({ flag, enabled })),
    );
  const turn = (flag: string, enabled: string) => push(actions.switchFeature, { flag, enabled });
  expect(await turn("claims", "true")).toMatchObject({
    to: `/${odd.slug}/settings/features`,
    message: "Switched on.",
  });
  expect(await flags()).toEqual([{ flag: "claims", enabled: true }]);
  expect((await turn("claims", "false")).message).toBe("Switched off. Nothing was deleted.");
  await turn("dispatch", "false");
  await turn("dispatch", "true");
  expect((await flags()).toSorted((a, b) => (a.flag < b.flag ? -1 : 1))).toEqual([
    { flag: "claims", enabled: false },
    { flag: "dispatch", enabled: true },
  ]);
  expect(await audited()).toBe("feature.switch");
});
