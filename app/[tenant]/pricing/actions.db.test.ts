import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, formatDate, midnightOf } from "@/lib/dates";
import { SaveProfile } from "@/lib/domain/pricing/profiles/profile";
import { removeOwnProfile, replaceProfile } from "@/lib/domain/pricing/profiles/verbs";
import { readSnapshot } from "@/lib/domain/pricing/snapshot";
import { cancelVersion, newestVersion, recordChange } from "@/lib/domain/pricing/versions/verbs";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, posted, press } from "@/tests/support/doors";
import { type Furnished, mintFurnished, openFurnished } from "@/tests/support/furnished";
import { meet } from "@/tests/support/meet";

playDoors();
const actions = await import("./actions");
const { pasteParts } = await import("./parts/actions");
const suppliers = await import("./suppliers/actions");

type Whose = Record<string, string>;
type Action = (typeof actions)["saveTax"];
type Db = Parameters<typeof readSnapshot>[0];
let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
const open = async () => {
  odd = await mintFurnished(database, kernel);
};
beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
});
afterAll(() => database.close());

const push = (action: Action, values: Parameters<typeof posted>[0] = {}) => press(odd.owner, action, values);
const at = (path: string) => `/${odd.slug}${path}`;
const newest = () => odd.inShop(newestVersion);
const profiles = () =>
  odd.inShop((db) =>
    db.pricingProfile.findMany({
      include: { rules: { orderBy: { pattern: "asc" } } },
      orderBy: { name: "asc" },
    }),
  );
const profile = async (name: string) => (await profiles()).find((row) => row.name === name);
const audited = async () => {
  const { action, subject } = await lastAudit(kernel, odd.shop);
  return { action, subject };
};

const amounts = {
  laborMode: "flat",
  laborCents: "71.31",
  kitCents: "25.01",
  mouldingCents: "42.02",
  clipCents: "2.03",
  calStaticCents: "250.04",
  calDynamicCents: "225.05",
  calDualCents: "395.06",
  mobileCents: "35.07",
  disposalCents: "5.08",
  chipFirstCents: "89.09",
  chipNextCents: "13.10",
};
const kept = {
  laborMode: "flat",
  laborCents: 7_131,
  kitCents: 2_501,
  mouldingCents: 4_202,
  clipCents: 203,
  calStaticCents: 25_004,
  calDynamicCents: 22_505,
  calDualCents: 39_506,
  mobileCents: 3_507,
  disposalCents: 508,
  chipFirstCents: 8_909,
  chipNextCents: 1_310,
};
const rules = {
  "rules.0.pattern": "FW*",
  "rules.0.kind": "discount",
  "rules.0.value": "31.7",
  "rules.1.pattern": "DB*",
  "rules.1.kind": "each",
  "rules.1.value": "211.13",
};
const versionOf = async (name: string) => (await profile(name))?.updatedAt.toISOString() ?? "";

describe("prices of a payer", () => {
  it("are saved in place of those before, and those of no other; the change is a version with its author and reason", async () => {
    const before = await profile("Insurance");
    const version = await versionOf("Cash");
    const done = await push(actions.saveProfile, {
      payer: "cash",
      version,
      ...amounts,
      ...rules,
      reason: "Wages",
    });
    expect(done).toMatchObject({ to: at("/pricing"), message: "Cash prices are saved." });
    const cash = await profile("Cash");
    expect(cash).toMatchObject({ ...kept, payer: "cash", insurerId: null, accountType: null });
    expect(cash?.rules).toMatchObject([
      { pattern: "DB*", kind: "each", cents: 21_113, bps: null },
      { pattern: "FW*", kind: "discount", bps: 3_170, cents: null },
    ]);
    expect(await profile("Insurance")).toEqual(before);
    expect(await audited()).toEqual({ action: "pricing.profile.save", subject: cash?.id });
    expect(await newest()).toMatchObject({
      number: 2,
      userId: odd.owner.userId,
      userName: "Olga Owner",
      reason: "Wages",
      effectiveFrom: odd.today,
      restoredFrom: null,
      summary: expect.stringMatching(/^Cash labor: \$61\.37 an hour → \$71\.31 flat; .* and \d+ more$/),
    });
  });

  it.each([
    [
      "insurer",
      "/pricing/insurers",
      (): Whose => ({ insurerId: odd.insurers[0].id }),
      (): string => odd.insurers[0].name,
    ],
    [
      "account",
      "/pricing/accounts",
      (): Whose => ({ accountType: "body_shop" }),
      (): string => "Body shop accounts",
    ],
  ] as const)("of one %s are kept under its name, once", async (payer, to, whose, name) => {
    const done = await push(actions.saveProfile, { payer, ...whose(), ...amounts, ...rules });
    expect(done).toMatchObject({ to: at(to), message: `${name()} prices are saved.` });
    const own = await profile(name());
    const stored = payer === "insurer" ? "insurance" : "account";
    expect(own).toMatchObject({ ...kept, payer: stored, insurerId: null, accountType: null, ...whose() });
    expect(own?.rules).toHaveLength(2);
    const [field] = Object.keys(whose());
    const again = await push(actions.saveProfile, { payer, ...whose(), ...amounts });
    expect(again.errors).toEqual({ [field ?? ""]: [`There are prices of ${name()} already.`] });
    const version = await versionOf(name());
    await push(actions.saveProfile, { payer, ...whose(), ...amounts, laborCents: "72.13", version });
    expect(await profile(name())).toMatchObject({ laborCents: 7_213, rules: [] });
  });

  it("of an insurer that nobody knows are none", async () => {
    const values = { payer: "insurer", insurerId: odd.shop, ...amounts };
    expect((await push(actions.saveProfile, values)).errors).toEqual({ insurerId: ["Choose an insurer."] });
  });

  it("of all insured go back to where they were", async () => {
    const version = await versionOf("Insurance");
    const done = await push(actions.saveProfile, { payer: "insurance", version, ...amounts });
    expect(done).toMatchObject({ to: at("/pricing"), message: "Insurance prices are saved." });
    const stale = await push(actions.saveProfile, { payer: "insurance", version, ...amounts, kitCents: "1" });
    expect(stale.message).toMatch(/were changed meanwhile/);
    expect((await profile("Insurance"))?.kitCents).toBe(2_501);
  });

  it("that an insurer or an account has alone are taken away, and no other's", async () => {
    const remove = (id: string) => push(actions.removeOwnPrices, { id });
    const [insurer, account] = [await profile(odd.insurers[0].name), await profile("Body shop accounts")];
    expect((await remove((await profile("Cash"))?.id ?? "")).status).toBe(404);
    expect(await remove(insurer?.id ?? "")).toMatchObject({
      to: at("/pricing/insurers"),
      message: `${odd.insurers[0].name}: priced by your insurance prices from now on.`,
    });
    expect(await audited()).toEqual({ action: "pricing.profile.remove", subject: insurer?.id });
    expect(await remove(account?.id ?? "")).toMatchObject({
      to: at("/pricing/accounts"),
      message: "Body shop accounts: priced by your cash prices from now on.",
    });
    expect((await profiles()).map(({ name }) => name)).toEqual(["Cash", "Insurance"]);
  });

  it("are something to start from in a shop that has none; those there stay", async () => {
    await open();
    await odd.inShop((db) => db.pricingProfile.deleteMany({ where: { payer: "insurance" } }));
    const done = await push(actions.startPricing);
    expect(done).toMatchObject({
      to: at("/pricing"),
      message: "Starting prices are in. Check them before your first quote.",
    });
    expect(
      (await profiles()).map(({ name, payer, laborCents, rules }) => [
        name,
        payer,
        laborCents,
        rules.length > 0,
      ]),
    ).toEqual([
      ["Cash", "cash", 6_137, true],
      ["Insurance (starting prices)", "insurance", expect.any(Number), true],
    ]);
    expect((await newest())?.reason).toBe("Starting prices");
    expect((await audited()).action).toBe("pricing.start");
    await odd.inShop((db) => db.pricingProfile.deleteMany());
    await push(actions.startPricing);
    expect((await profiles()).map(({ name }) => name)).toEqual([
      "Cash (starting prices)",
      "Insurance (starting prices)",
    ]);
  });

  it("are saved by one of two on the same version, in the same moment", async () => {
    await open();
    const version = await versionOf("Cash");
    const save = (laborCents: string) => (db: Db) =>
      replaceProfile(db, SaveProfile.parse({ payer: "cash", version, ...amounts, laborCents }));
    const { first, second, waited } = await meet(odd.inShop, save("72.01"), save("73.01"));
    expect([first.status, second.status, waited]).toEqual(["fulfilled", "rejected", true]);
    expect(second).toMatchObject({ reason: { message: expect.stringMatching(/changed meanwhile/) } });
    await expect(
      odd.inShop(async (db) => removeOwnProfile(db, (await db.pricingProfile.findFirstOrThrow()).id)),
    ).rejects.toThrow("Not found");
  });
});

describe("taxes", () => {
  const rates = {
    "rates.0.name": "Texas",
    "rates.0.rate": "6.2513",
    "rates.1.name": "Kyle",
    "rates.1.rate": "1.5",
  };
  const taxableKinds = ["glass", "labour"];

  it("are saved in place of those before, with the lines they are on", async () => {
    await open();
    const done = await push(actions.saveTax, { ...rates, taxableKinds, reason: "New year" });
    expect(done).toMatchObject({ to: at("/pricing"), message: "Your tax is saved." });
    const stored = await odd.inShop((db) => db.taxRate.findMany({ orderBy: { name: "asc" } }));
    expect(stored.map(({ name, ratePpm }) => [name, ratePpm])).toEqual([
      ["Kyle", 15_000],
      ["Texas", 62_513],
    ]);
    expect(await odd.inShop((db) => db.shopSettings.findMany())).toMatchObject([
      { taxableKinds, kitCostCents: 1_407, discountLimitBps: 1_013, quoteValidDays: 17 },
    ]);
    expect((await audited()).action).toBe("pricing.tax.save");
    expect((await newest())?.reason).toBe("New year");
  });

  const area = (name: string, zips: string, state = "") => ({ name, zips, state, ...rates, taxableKinds });
  const areas = async () =>
    (await odd.inShop((db) => db.taxArea.findMany({ orderBy: { name: "asc" } }))).map(({ name }) => name);
  const areaCalled = (name: string) => odd.inShop((db) => db.taxArea.findFirstOrThrow({ where: { name } }));

  it("of an area are added, changed and taken away, and those of no other", async () => {
    const done = await push(actions.addArea, area("Kyle", "78640", "TX"));
    expect(done).toMatchObject({
      to: at("/pricing/tax/areas"),
      message: "Mobile work in Kyle has its own tax.",
    });
    const { id, tenantId: _, ...added } = await areaCalled("Kyle");
    expect(added).toEqual({
      name: "Kyle",
      zips: ["78640"],
      state: "TX",
      rates: [
        { name: "Texas", ratePpm: 62_513 },
        { name: "Kyle", ratePpm: 15_000 },
      ],
      taxableKinds,
    });
    expect(await audited()).toEqual({ action: "pricing.area.add", subject: id });
    const edited = await push(actions.editArea, { id, ...area("Buda", "78640 78610", "NM") });
    expect(edited).toMatchObject({ to: at("/pricing/tax/areas"), message: "Buda is saved." });
    expect(await areaCalled("Buda")).toMatchObject({ id, zips: ["78640", "78610"], state: "NM" });
    expect(await audited()).toEqual({ action: "pricing.area.edit", subject: id });
    expect(await areas()).toEqual(["Buda", "Dripping Springs"]);
    const removed = await push(actions.removeArea, { id });
    expect(removed).toMatchObject({ to: at("/pricing/tax/areas"), message: "Buda is taxed as the shop." });
    expect(await audited()).toEqual({ action: "pricing.area.remove", subject: id });
    expect(await areas()).toEqual(["Dripping Springs"]);
    expect((await push(actions.editArea, { id, ...area("Buda", "1") })).status).toBe(undefined);
    expect((await push(actions.editArea, { id, ...area("Buda", "78610") })).status).toBe(404);
  });

  it("of two areas never reach for the same place", async () => {
    await push(actions.addArea, area("New Mexico", "", "NM"));
    await push(actions.addArea, area("Austin North", "787"));
    const refused = async (values: Record<string, string | string[]>) =>
      (await push(actions.addArea, values)).errors;
    expect(await refused(area("DRIPPING springs", "78777"))).toEqual({
      name: ["There is an area called Dripping Springs already."],
    });
    expect(await refused(area("A", "78777 78620"))).toEqual({
      zips: ["78620 is in Dripping Springs already."],
    });
    expect(await refused(area("A", "", "NM"))).toEqual({ state: ["All of NM is New Mexico already."] });
    expect(await refused(area("A", "87501", "NM"))).toBeUndefined();
    expect(await refused(area("B", "", "OK"))).toBeUndefined();
    const { id } = await areaCalled("A");
    const edit = async (values: Record<string, string | string[]>) =>
      (await push(actions.editArea, { id, ...values })).errors;
    expect(await edit(area("A", "87501 87502", "NM"))).toBeUndefined();
    expect(await edit(area("B", "87501"))).toEqual({ name: ["There is an area called B already."] });
    expect(await edit(area("A", "787 78620"))).toEqual({ zips: ["787 is in Austin North already."] });
    expect(await areas()).toEqual(["A", "Austin North", "B", "Dripping Springs", "New Mexico"]);
  });
});

describe("costs and parts", () => {
  it("costs are saved beside the other settings", async () => {
    await open();
    const done = await push(actions.saveCosts, {
      kitCostCents: "14.01",
      mouldingCostCents: "24.02",
      clipCostCents: "",
      reason: "Invoice 7",
    });
    expect(done).toMatchObject({ to: at("/pricing"), message: "Your costs are saved." });
    expect(await odd.inShop((db) => db.shopSettings.findMany())).toMatchObject([
      { kitCostCents: 1_401, mouldingCostCents: 2_402, clipCostCents: null, quoteValidDays: 17 },
    ]);
    expect((await audited()).action).toBe("pricing.costs.save");
    expect((await newest())?.reason).toBe("Invoice 7");
  });

  const partsNow = async () =>
    (await odd.inShop((db) => db.partOverride.findMany({ orderBy: { nagsNumber: "asc" } }))).map(
      ({ nagsNumber, priceCents, costCents }) => [nagsNumber, priceCents, costCents],
    );

  it("a part's own price is added once, changed and taken away, and no other's", async () => {
    const done = await push(actions.addPart, {
      nagsNumber: "fw 4771 gtyn",
      priceCents: "311.13",
      costCents: "80.07",
      reason: "Deal",
    });
    expect(done).toMatchObject({ to: at("/pricing/parts"), message: "FW04771GTYN is priced your way." });
    const row = await odd.inShop((db) =>
      db.partOverride.findFirstOrThrow({ where: { nagsNumber: "FW04771GTYN" } }),
    );
    expect(await audited()).toEqual({ action: "pricing.part.add", subject: row.id });
    expect((await newest())?.reason).toBe("Deal");
    const twice = await push(actions.addPart, { nagsNumber: "FW04771GTYN", priceCents: "1", costCents: "" });
    expect(twice.errors).toEqual({ nagsNumber: ["FW04771GTYN has a price of your own already."] });
    const nobody = await push(actions.addPart, { nagsNumber: "OWN-1", priceCents: "1", costCents: "" });
    expect(Object.keys(nobody.errors ?? {})).toEqual(["nagsNumber"]);
    const edited = await push(actions.editPart, { id: row.id, priceCents: "312.01", costCents: "" });
    expect(edited).toMatchObject({ to: at("/pricing/parts"), message: "FW04771GTYN is saved." });
    expect(await partsNow()).toEqual([
      ["DW02501GTYN", null, 16_811],
      ["FW04771GTYN", 31_201, null],
    ]);
    expect(await audited()).toEqual({ action: "pricing.part.edit", subject: row.id });
    const removed = await push(actions.removePart, { id: row.id });
    expect(removed).toMatchObject({
      to: at("/pricing/parts"),
      message: "FW04771GTYN is priced by your rules.",
    });
    expect(await audited()).toEqual({ action: "pricing.part.remove", subject: row.id });
    expect(await partsNow()).toEqual([["DW02501GTYN", null, 16_811]]);
  });

  it("a list of parts adds the new and changes the known; what a line leaves empty stays", async () => {
    const pasted = "FW04771GTYN\t311.13\t80.07\nDW02501GTYN\t299.01\t\nDB09999GTYN\t\t71.01";
    const done = await push(pasteParts as Action, { pasted, reason: "List" });
    expect(done).toMatchObject({ to: at("/pricing/parts"), message: "Saved: 2 new, 1 changed." });
    expect(await partsNow()).toEqual([
      ["DB09999GTYN", null, 7_101],
      ["DW02501GTYN", 29_901, 16_811],
      ["FW04771GTYN", 31_113, 8_007],
    ]);
    expect((await audited()).action).toBe("pricing.parts.paste");
    expect((await newest())?.reason).toBe("List");
  });
});

describe("a change of prices", () => {
  const tax = (more: Record<string, string> = {}) =>
    push(actions.saveTax, { taxableKinds: "glass", ...more });

  it("that waits for its day says so; what it is made on is the newest, by the shop's clock", async () => {
    await open();
    const later = addDays(odd.today, 10);
    const done = await tax({ effectiveFrom: later });
    expect(done.message).toBe(`Your tax is saved. In force from ${formatDate(later, odd.today)}.`);
    expect(await newest()).toMatchObject({ number: 2, effectiveFrom: later, reason: "" });
    const early = await tax({
      "rates.0.name": "A",
      "rates.0.rate": "1",
      effectiveFrom: addDays(odd.today, 9),
    });
    expect(Object.keys(early.errors ?? {})).toEqual(["effectiveFrom"]);
    expect((await tax({ effectiveFrom: addDays(odd.today, -1) })).errors).toHaveProperty("effectiveFrom");
    expect((await tax({ effectiveFrom: addDays(later, 3) })).message).toMatch(/^Nothing changed/);
    const first = await odd.inShop((db) => db.priceVersion.findFirst({ where: { number: 1 } }));
    expect(first).toMatchObject({
      summary: "The prices as they stood",
      userId: null,
      userName: "",
      effectiveFrom: midnightOf(odd.today),
    });
  });

  it("never undoes unseen what another did since the form was opened, whoever opened it when", async () => {
    await open();
    const costs = (kitCostCents: string, madeOn: string) => push(actions.saveCosts, { kitCostCents, madeOn });
    await tax();
    await costs("15.01", "2");
    const over = await costs("16.01", "2");
    expect(over.message).toMatch(/^Cost of a kit was changed meanwhile.*from \$14\.07 to \$15\.01\. Reload/);
    const first = await costs("16.01", "0");
    expect(first.message).toMatch(/^Cost of a kit was changed meanwhile/);
    expect((await costs("16.01", "3")).message).toBe("Your costs are saved.");
    expect((await tax({ taxableKinds: "kit", madeOn: "2" })).message).toBe("Your tax is saved.");
    expect((await costs("17.01", "")).message).toBe("Your costs are saved.");
  });

  it("is kept with its reason and its day by every form, and none undoes unseen what another saved since it was opened", async () => {
    await open();
    const rows = await odd.inShop(async (db) => ({
      area: (await db.taxArea.findFirstOrThrow()).id,
      part: (await db.partOverride.findFirstOrThrow()).id,
      supplier: (await db.supplier.create({ data: { name: "Pane" } })).id,
    }));
    const area = { name: "Dripping Springs", taxableKinds: "glass", zips: "78620" };
    const rate = (rate: string) => ({ ...area, "rates.0.name": "Hays", "rates.0.rate": rate });
    const terms = (value: string) => ({
      name: "Pane",
      "rules.0.pattern": "DW*",
      "rules.0.kind": "discount",
      "rules.0.value": value,
    });
    const forms: [Action, (value: string) => Record<string, string>][] = [
      [actions.saveTax, (value) => rate(value)],
      [actions.editArea, (value) => ({ id: rows.area, ...rate(value) })],
      [actions.saveCosts, (value) => ({ kitCostCents: value })],
      [actions.editPart, (value) => ({ id: rows.part, priceCents: value, costCents: "" })],
      [pasteParts as Action, (value) => ({ pasted: `DW02501GTYN\t1${value}.00` })],
      [suppliers.editSupplier as Action, (value) => ({ id: rows.supplier, ...terms(value) })],
    ];
    let day = odd.today;
    for (const [index, [action, values]] of forms.entries()) {
      day = addDays(day, 1);
      const note = {
        reason: `Why ${index}`,
        effectiveFrom: day,
        madeOn: String((await newest())?.number ?? 0),
      };
      const saved = await push(action, { ...values("11"), ...note });
      expect(saved.errors).toBeUndefined();
      expect(await newest()).toMatchObject({ reason: `Why ${index}`, effectiveFrom: day });
      expect((await push(action, { ...values("12"), ...note })).message).toMatch(/changed meanwhile/);
    }
    const more: [Action, Record<string, string>][] = [
      [actions.addArea, { ...rate("3"), name: "Buda", zips: "78610" }],
      [actions.addPart, { nagsNumber: "FW04771GTYN", priceCents: "3", costCents: "" }],
      [suppliers.addSupplier as Action, { name: "Lite" }],
      [actions.saveProfile, { payer: "account", accountType: "fleet", ...amounts }],
    ];
    for (const [action, values] of more) {
      day = addDays(day, 1);
      await push(action, { ...values, reason: values.name ?? "Else", effectiveFrom: day });
      expect(await newest()).toMatchObject({ reason: values.name ?? "Else", effectiveFrom: day });
    }
  });

  it("waits for another that is being saved, and is made on it", async () => {
    await open();
    const note = { reason: "", effectiveFrom: null, madeOn: null };
    const change = (kitCostCents: number) => (db: Db) =>
      recordChange(db, odd.owner, note, async () => {
        await db.shopSettings.updateMany({ data: { kitCostCents } });
        return { message: "Saved." };
      });
    const { second, waited } = await meet(odd.inShop, change(1_501), change(1_601));
    expect([second.status, waited]).toEqual(["fulfilled", true]);
    expect(await newest()).toMatchObject({ number: 3, summary: "Cost of a kit: $15.01 → $16.01" });
    const later = { ...note, effectiveFrom: addDays(odd.today, 5) };
    const waiting = await odd.inShop(async (db) => {
      await recordChange(db, odd.owner, later, async () => {
        await db.shopSettings.updateMany({ data: { kitCostCents: 1_701 } });
        return {};
      });
      return newestVersion(db);
    });
    const cancel = (db: Db) => cancelVersion(db, odd.owner, waiting?.id ?? "");
    const twice = await meet(odd.inShop, cancel, cancel);
    expect([twice.second.status, twice.waited]).toEqual(["rejected", true]);
    expect(twice.second).toMatchObject({ reason: { message: "Version 4 is cancelled already." } });
  });

  it("is taken back to the row: every price as it was, and how suppliers are reached as it is", async () => {
    await open();
    const terms = [
      {
        pattern: "DW*",
        kind: "discount",
        bps: 6_113,
        cents: null,
        tiers: null,
        effectiveFrom: null,
        effectiveTo: null,
      },
    ];
    await odd.inShop(async (db) => {
      const insurer = { payer: "insurance", insurerId: odd.insurers[1].id, name: odd.insurers[1].name };
      const rule = {
        pattern: "FW*",
        kind: "tiered",
        tiers: [
          { upToCents: 50_000, bps: 4_500 },
          { upToCents: null, bps: 5_500 },
        ],
      };
      const days = { effectiveFrom: midnightOf("2031-01-02"), effectiveTo: midnightOf("2031-02-03") };
      await db.pricingProfile.create({
        data: {
          ...insurer,
          laborCents: 1,
          mobile: { mode: "rings", rings: [{ upToMiles: 7, cents: 1_001 }], beyondCentsPerMile: 101 },
          rules: {
            create: [
              { ...rule, ...days },
              { pattern: "DB*", kind: "each", cents: 17 },
            ],
          },
        },
      });
      await db.supplier.create({
        data: { name: "Pane & Co", phone: "+15125550111", accountNumber: "A-1", preferred: true, terms },
      });
    });
    await tax();
    const asItWas = await odd.inShop((db) => readSnapshot(db));
    const first = await newest();
    await odd.inShop(async (db) => {
      await recordChange(db, odd.owner, { reason: "", effectiveFrom: null, madeOn: null }, async () => {
        await db.pricingProfile.deleteMany();
        await db.partOverride.deleteMany();
        await db.taxArea.deleteMany();
        await db.taxRate.createMany({ data: [{ name: "X", ratePpm: 7 }] });
        await db.supplier.updateMany({
          data: { preferred: false, terms: [], phone: "+15125550122", accountNumber: "A-2" },
        });
        await db.supplier.create({ data: { name: "New one" } });
        await db.shopSettings.updateMany({
          data: { kitCostCents: 9, mouldingCostCents: 9, clipCostCents: 9, taxableKinds: ["labour"] },
        });
        return {};
      });
    });
    const done = await push(actions.restoreVersion, { id: first?.id ?? "" });
    expect(done).toMatchObject({
      to: at("/pricing/history"),
      message: `The prices of version ${first?.number} are back.`,
    });
    expect(await audited()).toEqual({ action: "pricing.version.restore", subject: first?.id });
    expect(await newest()).toMatchObject({
      number: 4,
      restoredFrom: first?.number,
      reason: `Back to version ${first?.number}`,
      effectiveFrom: odd.today,
    });
    const back = await odd.inShop((db) => readSnapshot(db));
    const reached = ({ phone: _, accountNumber: __, ...row }: (typeof back)["suppliers"][number]) => row;
    const { suppliers, ...rest } = back;
    const { suppliers: suppliersBefore, ...restBefore } = asItWas;
    expect(rest).toEqual(restBefore);
    expect(suppliers.map(reached)).toEqual(suppliersBefore.map(reached));
    expect(suppliers).toMatchObject([
      { phone: "+15125550122", accountNumber: "A-2", preferred: true, terms },
    ]);
    expect(await odd.inShop((db) => db.shopSettings.findFirst())).toMatchObject({ quoteValidDays: 17 });
  });

  it("that waits is called off, and the editor has the prices before it; none whose day has come", async () => {
    await open();
    await tax();
    const before = await odd.inShop((db) => readSnapshot(db));
    const second = await newest();
    await tax({ "rates.0.name": "Z", "rates.0.rate": "9.01", effectiveFrom: addDays(odd.today, 1) });
    const third = await newest();
    const cancel = (id = "") => push(actions.cancelSchedule, { id });
    expect((await cancel(second?.id)).message).toBe(
      "Its day has come. Go back to an earlier version instead.",
    );
    const done = await cancel(third?.id);
    expect(done).toMatchObject({
      to: at("/pricing/history"),
      message: `Version ${third?.number} will not come into force.`,
    });
    expect(await audited()).toEqual({ action: "pricing.version.cancel", subject: third?.id });
    expect(await odd.inShop((db) => readSnapshot(db))).toEqual(before);
    expect((await newest())?.number).toBe(second?.number);
    const row = await odd.inShop((db) => db.priceVersion.findFirst({ where: { number: third?.number } }));
    expect(row?.cancelledAt?.getTime()).toBeGreaterThan(Date.now() - 600_000);
    expect((await cancel(third?.id)).message).toMatch(/is cancelled already/);
  });
});
