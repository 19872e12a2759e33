import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it, vi } from "vitest";
import { addDays, midnightOf } from "@/lib/dates";
import { asItWasShown, oneAtATime } from "@/lib/domain/catalog/as-shown";
import { saveBatch } from "@/lib/domain/catalog/import/save-batch";
import { getPart, listInsurers, listParts, listTpas, shared, tpaOptions } from "@/lib/domain/catalog/queries";
import { catalogDay } from "@/lib/domain/catalog/today";
import { fingerprint } from "@/lib/fingerprint";
import { mintTenant, openTestDatabase } from "@/tests/support/database";
import { playDoors, posted, pressAsAdmin } from "@/tests/support/doors";
import { meet } from "@/tests/support/meet";

// The catalog is everybody's: these tests have one of their own, behind the doors too.
const database = await openTestDatabase({ own: true });
vi.stubEnv("DATABASE_URL", database.appUrl);
playDoors();
const parts = await import("./parts/actions");
const insurers = await import("./insurers/actions");
const tpas = await import("./tpas/actions");
const { importRows } = await import("./import/actions");
const kernel = database.open();
afterAll(() => database.close());

const admin = { userId: randomUUID(), userName: "Sys Admin" };
const inSystem = kernel.withSystem;
type Db = Parameters<Parameters<typeof inSystem>[0]>[0];
const push = (action: typeof tpas.addTpa, values: Parameters<typeof posted>[0]) =>
  pressAsAdmin(admin, action, values);
const audited = async () => {
  const event = await inSystem((db) => db.platformEvent.findFirstOrThrow({ orderBy: { id: "desc" } }));
  const { action, subject, detail, userName } = event;
  return { action, subject, detail, userName };
};
const all = { skip: 0, take: 500 };
const second = { skip: 1, take: 1 };
const tpaOf = (name: string) => inSystem((db) => db.tpa.findFirstOrThrow({ where: { name } }));
const insurerOf = (name: string) => inSystem((db) => db.insurer.findFirstOrThrow({ where: { name } }));
const partOf = (nagsNumber: string) =>
  inSystem(async (db) => {
    const { id } = await db.part.findUniqueOrThrow({
      where: { owner_nagsNumber: { ...shared, nagsNumber } },
    });
    return getPart(db, id);
  });

const tpa = {
  name: "Quick Claims",
  phone: "(512) 555-0111",
  portalUrl: "https://portal.quick.example",
  tradingPartnerId: "Q-17",
  numberLabel: "Referral",
  numberDigits: "9",
};
const keptTpa = { ...tpa, phone: "+15125550111", numberDigits: 9 };

describe("an administrator", () => {
  it("is added as typed, once", async () => {
    const done = await push(tpas.addTpa, tpa);
    expect(done).toMatchObject({
      to: "/platform/catalog/tpas",
      message: "Quick Claims is there for every shop.",
    });
    const { id, ...row } = await tpaOf("Quick Claims");
    expect(row).toEqual(keptTpa);
    const changes = Object.fromEntries(
      Object.entries(keptTpa).map(([field, value]) => [field, [null, value]]),
    );
    expect(await audited()).toEqual({
      action: "tpa.add",
      subject: id,
      userName: "Sys Admin",
      detail: { label: "Quick Claims", changes },
    });
    expect((await push(tpas.addTpa, { ...tpa, name: "QUICK claims" })).errors).toEqual({
      name: ["Quick Claims is in the list already."],
    });
  });

  it("is changed, with its name on its insurers, and no other", async () => {
    const { id } = await tpaOf("Quick Claims");
    await push(tpas.addTpa, { ...tpa, name: "Slow Claims" });
    await push(insurers.addInsurer, { name: "Served Mutual", tpaId: id });
    await push(insurers.addInsurer, { name: "Other Mutual", tpaId: (await tpaOf("Slow Claims")).id });
    const values = { ...tpa, id, name: "Quicker Claims", numberDigits: "", phone: "" };
    expect((await push(tpas.editTpa, { ...values, shown: "stale" })).message).toMatch(
      /was changed meanwhile/,
    );
    const shown = fingerprint(await tpaOf("Quick Claims"));
    const twin = await push(tpas.editTpa, { ...values, shown, name: "slow claims" });
    expect(twin.errors).toEqual({ name: ["Slow Claims is in the list already."] });
    const done = await push(tpas.editTpa, { ...values, shown });
    expect(done).toMatchObject({ to: "/platform/catalog/tpas", message: "Quicker Claims is saved." });
    expect(await tpaOf("Quicker Claims")).toMatchObject({ id, phone: "", numberDigits: null });
    expect(await audited()).toMatchObject({
      action: "tpa.edit",
      subject: id,
      detail: {
        label: "Quicker Claims",
        changes: {
          name: ["Quick Claims", "Quicker Claims"],
          phone: ["+15125550111", ""],
          numberDigits: [9, null],
        },
      },
    });
    expect((await insurerOf("Served Mutual")).tpaName).toBe("Quicker Claims");
    expect((await insurerOf("Other Mutual")).tpaName).toBe("Slow Claims");
    expect((await tpaOf("Slow Claims")).phone).toBe("+15125550111");
  });

  it("goes once it serves no insurer", async () => {
    const { id } = await tpaOf("Quicker Claims");
    const remove = () => push(tpas.deleteTpa, { id });
    expect((await remove()).message).toBe(
      "Quicker Claims takes the claims of one insurer, so it stays. Choose another for it first.",
    );
    await push(insurers.addInsurer, { name: "Second Mutual", tpaId: id });
    expect((await remove()).message).toBe(
      "Quicker Claims takes the claims of 2 insurers, so it stays. Choose another for them first.",
    );
    await inSystem((db) => db.insurer.deleteMany({ where: { tpaId: id } }));
    expect(await remove()).toMatchObject({
      to: "/platform/catalog/tpas",
      message: "Quicker Claims is gone.",
    });
    expect(await audited()).toMatchObject({
      action: "tpa.delete",
      subject: id,
      detail: { label: "Quicker Claims", changes: { tradingPartnerId: ["Q-17", null] } },
    });
    expect(await inSystem((db) => db.tpa.count({ where: { name: "Slow Claims" } }))).toBe(1);
    expect((await remove()).status).toBe(404);
  });
});

describe("an insurer", () => {
  it("is added and changed with its administrator, and keeps its name for itself", async () => {
    const { id: tpaId } = await tpaOf("Slow Claims");
    const done = await push(insurers.addInsurer, { name: "Acorn Mutual", tpaId });
    expect(done).toMatchObject({
      to: "/platform/catalog/insurers",
      message: "Acorn Mutual is there for every shop.",
    });
    const row = await insurerOf("Acorn Mutual");
    expect(row).toMatchObject({ tpaId, tpaName: "Slow Claims" });
    expect(await audited()).toEqual({
      action: "insurer.add",
      subject: row.id,
      userName: "Sys Admin",
      detail: {
        label: "Acorn Mutual",
        changes: { name: [null, "Acorn Mutual"], tpaId: [null, tpaId], tpaName: [null, "Slow Claims"] },
      },
    });
    const twin = { name: ["Acorn Mutual is in the list already."] };
    expect((await push(insurers.addInsurer, { name: "ACORN mutual" })).errors).toEqual(twin);
    expect((await push(insurers.addInsurer, { name: "X", tpaId: randomUUID() })).status).toBe(404);
    const edit = { id: row.id, name: "ACORN MUTUAL" };
    expect((await push(insurers.editInsurer, { ...edit, shown: "stale" })).message).toMatch(
      /changed meanwhile/,
    );
    const shown = fingerprint(row);
    const theirs = { ...edit, shown, name: "other mutual" };
    expect((await push(insurers.editInsurer, theirs)).errors).toHaveProperty("name");
    const edited = await push(insurers.editInsurer, { ...edit, shown });
    expect(edited).toMatchObject({ to: "/platform/catalog/insurers", message: "ACORN MUTUAL is saved." });
    expect(await insurerOf("ACORN MUTUAL")).toMatchObject({ id: row.id, tpaId: null, tpaName: null });
    expect(await audited()).toMatchObject({
      action: "insurer.edit",
      subject: row.id,
      detail: {
        label: "ACORN MUTUAL",
        changes: { name: ["Acorn Mutual", "ACORN MUTUAL"], tpaId: [tpaId, null] },
      },
    });
    expect((await insurerOf("Other Mutual")).tpaName).toBe("Slow Claims");
  });

  it("goes unless a shop has something with it", async () => {
    const { id } = await insurerOf("ACORN MUTUAL");
    const shop = await mintTenant(kernel);
    const profile = { name: "Theirs", payer: "insurance", laborCents: 1, insurerId: id };
    await kernel.withTenant(shop, (db) => db.pricingProfile.create({ data: profile }));
    expect((await push(insurers.deleteInsurer, { id })).message).toBe(
      "Shops have quotes, claims or prices with ACORN MUTUAL, so it stays. You can rename it.",
    );
    await kernel.withTenant(shop, (db) => db.pricingProfile.deleteMany());
    expect(await push(insurers.deleteInsurer, { id })).toMatchObject({
      to: "/platform/catalog/insurers",
      message: "ACORN MUTUAL is gone.",
    });
    expect(await audited()).toMatchObject({
      action: "insurer.delete",
      subject: id,
      detail: { label: "ACORN MUTUAL" },
    });
    expect(
      await inSystem((db) => db.insurer.count({ where: { name: { in: ["ACORN MUTUAL", "Other Mutual"] } } })),
    ).toBe(1);
  });
});

describe("a part", () => {
  const fit = (at: number, model: string, yearFrom = "2015") => ({
    [`fits.${at}.make`]: "Oddmobile",
    [`fits.${at}.model`]: model,
    [`fits.${at}.yearFrom`]: yearFrom,
    [`fits.${at}.yearTo`]: "2019",
    [`fits.${at}.bodyStyle`]: "",
  });
  const typed = {
    nagsNumber: "dw 66001 gtyn",
    description: "Odd glass",
    side: "left",
    listPriceCents: "711.23",
    listEffectiveFrom: "2026-01-02",
    laborMinutes: "2.3",
    kitHalves: "1.5",
    clipsQty: "5",
    mouldingRequired: "on",
    calibration: "dual",
    features: ["hud"],
    interchange: "DW66009GTYN",
    supersededBy: "",
    ...fit(0, "Mark"),
    ...fit(1, "Brave"),
  };
  const kept = {
    nagsNumber: "DW66001GTYN",
    prefix: "DW",
    number: "66001",
    colorCode: "GT",
    glassPosition: "windshield",
    description: "Odd glass",
    side: "left",
    listPriceCents: 71_123,
    listEffectiveFrom: midnightOf("2026-01-02"),
    laborMinutes: 138,
    kitHalves: 3,
    clipsQty: 5,
    mouldingRequired: true,
    calibration: "dual",
    features: ["hud"],
    interchange: ["DW66009GTYN"],
    supersededBy: null,
  };

  it("is added with what it fits, once", async () => {
    const done = await push(parts.addPart, typed);
    const row = await partOf("DW66001GTYN");
    expect(done).toMatchObject({
      to: `/platform/catalog/parts/${row.id}`,
      message: "DW66001GTYN is there for every shop.",
    });
    expect(row).toMatchObject({
      ...kept,
      tenantId: null,
      fits: [
        { make: "Oddmobile", model: "Brave", yearFrom: 2015, yearTo: 2019, bodyStyle: null },
        { make: "Oddmobile", model: "Mark" },
      ],
    });
    const audit = await audited();
    expect(audit).toMatchObject({
      action: "part.add",
      subject: row.id,
      detail: {
        label: "DW66001GTYN",
        changes: { description: [null, "Odd glass"], listPriceCents: [null, 71_123] },
      },
    });
    expect((audit.detail as { changes: { fits: [null, object[]] } }).changes.fits[1]).toHaveLength(2);
    expect((await push(parts.addPart, typed)).errors).toEqual({
      nagsNumber: ["DW66001GTYN is in the catalog already."],
    });
  });

  it("is changed with its vehicles and the price before, and no other", async () => {
    await push(parts.addPart, { ...typed, nagsNumber: "DW66002GTYN" });
    const beside = await partOf("DW66002GTYN");
    const row = await partOf("DW66001GTYN");
    const soon = addDays(catalogDay(), 20);
    const edit = {
      ...typed,
      id: row.id,
      listPriceCents: "722.13",
      listEffectiveFrom: soon,
      ...fit(1, "Adventurer", "2016"),
    };
    expect((await push(parts.editPart, { ...edit, shown: "stale" })).message).toMatch(
      /was changed meanwhile/,
    );
    const shown = fingerprint(row);
    expect((await push(parts.editPart, { ...edit, shown, nagsNumber: "DW66002GTYN" })).errors).toEqual({
      nagsNumber: ["DW66002GTYN is in the catalog already."],
    });
    const done = await push(parts.editPart, { ...edit, shown });
    expect(done).toEqual({ message: "Saved. Every shop has it from now on." });
    const now = await partOf("DW66001GTYN");
    expect(now).toMatchObject({
      id: row.id,
      listPriceCents: 72_213,
      listEffectiveFrom: midnightOf(soon),
      listPriceBeforeCents: 71_123,
      fits: [{ model: "Adventurer", yearFrom: 2016 }, { model: "Mark" }],
    });
    const { action, subject, detail } = await audited();
    expect({ action, subject }).toEqual({ action: "part.edit", subject: row.id });
    const vehicle = { yearTo: 2019, make: "Oddmobile", bodyStyle: null };
    expect(detail).toEqual({
      label: "DW66001GTYN",
      changes: {
        listPriceCents: [71_123, 72_213],
        listEffectiveFrom: ["2026-01-02T00:00:00.000Z", `${soon}T00:00:00.000Z`],
        fits: [
          [
            { ...vehicle, yearFrom: 2015, model: "Brave" },
            { ...vehicle, yearFrom: 2015, model: "Mark" },
          ],
          [
            { ...vehicle, yearFrom: 2015, model: "Mark" },
            { ...vehicle, yearFrom: 2016, model: "Adventurer" },
          ],
        ],
      },
    });
    expect(await partOf("DW66002GTYN")).toEqual(beside);
  });

  it("is superseded in no circle, whether added or changed", async () => {
    const row = await partOf("DW66001GTYN");
    const to = (supersededBy: string) => ({ ...typed, supersededBy });
    await push(parts.editPart, { ...to("DW66003GTYN"), id: row.id, shown: fingerprint(row) });
    const circle = {
      supersededBy: ["DW66001GTYN is superseded by DW66003GTYN itself. Change that part first."],
    };
    expect((await push(parts.addPart, { ...to("DW66001GTYN"), nagsNumber: "DW66003GTYN" })).errors).toEqual(
      circle,
    );
    await push(parts.addPart, { ...typed, nagsNumber: "DW66003GTYN" });
    const third = await partOf("DW66003GTYN");
    const edit = { ...to("DW66001GTYN"), nagsNumber: "DW66003GTYN", id: third.id, shown: fingerprint(third) };
    expect((await push(parts.editPart, edit)).errors).toEqual(circle);
  });

  it("goes, and no other", async () => {
    const { id } = await partOf("DW66001GTYN");
    const done = await push(parts.deletePart, { id });
    expect(done).toMatchObject({
      to: "/platform/catalog",
      message: "DW66001GTYN is gone from the catalog.",
    });
    expect(await audited()).toMatchObject({
      action: "part.delete",
      subject: id,
      detail: { label: "DW66001GTYN", changes: { description: ["Odd glass", null] } },
    });
    await expect(partOf("DW66001GTYN")).rejects.toThrow("Not found");
    expect((await partOf("DW66002GTYN")).fits).toHaveLength(2);
  });

  it("is changed by one of two who saw the same, in the same moment; an import waits, too", async () => {
    const row = await partOf("DW66002GTYN");
    const save = (description: string) => async (db: Db) => {
      await asItWasShown(db, fingerprint(row), () => getPart(db, row.id));
      await db.part.update({ where: { id: row.id }, data: { description } });
    };
    const { first, second: other, waited } = await meet(inSystem, save("One"), save("Two"));
    expect([first.status, other.status, waited]).toEqual(["fulfilled", "rejected", true]);
    const batch = {
      columns: ["nagsNumber", "description"] as never,
      rows: [[2, "DW66002GTYN", "Three"]] as never,
    };
    const importing = (dryRun: boolean) => (db: Db) => saveBatch(db, { batch, from: null, dryRun });
    expect((await meet(inSystem, oneAtATime, importing(false))).waited).toBe(true);
    expect((await meet(inSystem, oneAtATime, importing(true))).waited).toBe(false);
  });
});

describe("an import", () => {
  const run = randomUUID();
  const send = async (rows: unknown[][], more: Record<string, string> = {}) => {
    const columns = ["nagsNumber", "description", "listPriceCents", "listEffectiveFrom", "clipsQty"];
    const form = posted({
      file: "list.csv",
      run,
      mode: "import",
      from: "",
      batch: JSON.stringify({ columns, rows }),
      ...more,
    });
    return importRows(null, form);
  };
  const rows = [
    [3, "DW66101GTYN", "New", "500.01", "2026-01-02", "3"],
    [2, "DW66102GTYN", "", "", "", ""],
    [4, "DW66002GTYN", "Changed", "", "", ""],
  ];

  it("tells what it did, and notes it with its file; what is only checked, and what changes nothing, is not noted", async () => {
    const events = () => inSystem((db) => db.platformEvent.count());
    const before = await events();
    const fault = { row: 2, column: "Description", message: "A new part needs a description." };
    const told = { added: 1, changed: 1, unchanged: 0, faults: [fault] };
    expect((await send(rows, { mode: "check" })).answer).toEqual(told);
    expect(await events()).toBe(before);
    expect((await send(rows)).answer).toEqual(told);
    expect(await audited()).toEqual({
      action: "parts.import",
      subject: run,
      userName: "Sys Admin",
      detail: { file: "list.csv", added: 1, changed: 1, unchanged: 0, leftOut: 1 },
    });
    expect((await send(rows)).answer).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await events()).toBe(before + 1);
    expect(await partOf("DW66101GTYN")).toMatchObject({
      description: "New",
      listPriceCents: 50_001,
      listEffectiveFrom: midnightOf("2026-01-02"),
      listPriceBeforeCents: null,
      clipsQty: 3,
      prefix: "DW",
      number: "66101",
      demo: false,
    });
  });

  it("takes the day given for the file where a row with a price names none", async () => {
    const from = "2026-02-03";
    const faults = await send([[2, "DW66103GTYN", "New", "1.01", "", ""]]);
    expect(faults.answer).toMatchObject({ added: 0, faults: [{ row: 2, column: "Price holds from" }] });
    await send(
      [
        [2, "DW66103GTYN", "New", "1.01", "", ""],
        [3, "DW66104GTYN", "New", "1.02", "2026-01-02", ""],
        [4, "DW66105GTYN", "New", "", "", ""],
      ],
      { from },
    );
    const day = async (number: string) => (await partOf(number)).listEffectiveFrom;
    expect([await day("DW66103GTYN"), await day("DW66104GTYN"), await day("DW66105GTYN")]).toEqual([
      midnightOf(from),
      midnightOf("2026-01-02"),
      null,
    ]);
  });
});

describe("what is read of the catalog", () => {
  it("is parts by number, found by number, words, opening and vehicle, and no shop's own", async () => {
    const none = { search: "", position: "", year: "", make: "", model: "" };
    const list = async (asked: object, slice = all) => {
      const { rows, total } = await inSystem((db) => listParts(db, { ...none, ...asked }, slice));
      return [rows.map(({ nagsNumber }) => nagsNumber), total];
    };
    const fit = { make: "Zebra", model: "Stripe One", yearFrom: 2015, yearTo: 2019 };
    await inSystem(async (db) => {
      const part = { prefix: "DB", number: "66201", description: "Zebra rear glass" };
      const rows = [
        { ...part, nagsNumber: "DB66203GTYN", glassPosition: "back_glass" },
        { ...part, nagsNumber: "DB66201GTYN", glassPosition: "back_glass" },
        { ...part, nagsNumber: "DB66202GTYN", glassPosition: "door", description: "Zebra side glass" },
      ];
      for (const data of rows) {
        const { id: partId } = await db.part.create({ data });
        if (data.glassPosition === "back_glass") await db.partFit.create({ data: { ...fit, partId } });
      }
    });
    const [one, two, three] = ["DB66201GTYN", "DB66202GTYN", "DB66203GTYN"];
    expect(await list({ search: "zebra" })).toEqual([[one, two, three], 3]);
    expect(await list({ search: "zebra" }, second)).toEqual([[two], 3]);
    expect(await list({ search: "db 662" })).toEqual([[one, two, three], 3]);
    expect(await list({ search: "REAR zebra" })).toEqual([[one, three], 2]);
    expect(await list({ search: "zebra", position: "door" })).toEqual([[two], 1]);
    for (const asked of [
      { make: "zeb" },
      { model: "stripe" },
      { make: "Zebra", year: "2015" },
      { make: "Zebra", year: "2019" },
    ])
      expect([asked, await list(asked)]).toEqual([asked, [[one, three], 2]]);
    for (const asked of [
      { make: "Zebra", year: "2014" },
      { make: "Zebra", year: "2020" },
      { make: "Zebra", model: "One" },
    ])
      expect([asked, await list(asked)]).toEqual([asked, [[], 0]]);
    expect((await list({ make: "Zebra", year: "20" }))[1]).toBe(2);
  });

  it("is administrators and insurers by name, by the page and by a part of the name", async () => {
    await push(tpas.addTpa, { ...tpa, name: "Zebra Two" });
    await push(tpas.addTpa, { ...tpa, name: "Zebra One" });
    const { id: tpaId } = await tpaOf("Zebra One");
    await push(insurers.addInsurer, { name: "Zebra Mutual", tpaId });
    await push(insurers.addInsurer, { name: "Zebra Casualty", tpaId });
    const found = await inSystem((db) => listTpas(db, "zEbra", all));
    expect([found.rows.map(({ name, insurers: served }) => [name, served.length]), found.total]).toEqual([
      [
        ["Zebra One", 2],
        ["Zebra Two", 0],
      ],
      2,
    ]);
    const page = await inSystem((db) => listTpas(db, "zebra", second));
    expect([page.rows.map(({ name }) => name), page.total]).toEqual([["Zebra Two"], 2]);
    const insured = await inSystem((db) => listInsurers(db, "ZEBRA", all));
    expect([insured.rows.map(({ name }) => name), insured.total]).toEqual([
      ["Zebra Casualty", "Zebra Mutual"],
      2,
    ]);
    expect(insured.rows[0]?.tpa?.name).toBe("Zebra One");
    const next = await inSystem((db) => listInsurers(db, "zebra", second));
    expect([next.rows.map(({ name }) => name), next.total]).toEqual([["Zebra Mutual"], 2]);
    const everybody = await inSystem((db) => listInsurers(db, "", all));
    expect(everybody.total).toBeGreaterThan(2);
    const options = await inSystem(tpaOptions);
    expect(options.slice(-2)).toEqual([
      { value: tpaId, label: "Zebra One" },
      { value: (await tpaOf("Zebra Two")).id, label: "Zebra Two" },
    ]);
  });
});
