import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { midnightOf } from "@/lib/dates";
import { listShopParts } from "@/lib/domain/catalog/shop-parts/queries";
import { listClaims } from "@/lib/domain/claims/queries";
import { correctClaim, fileClaim, withdrawClaim } from "@/lib/domain/claims/verbs";
import { listCustomers, searchCustomers } from "@/lib/domain/customers/queries";
import { listStock } from "@/lib/domain/inventory/queries";
import { listJobs } from "@/lib/domain/jobs/queries";
import { listInvoices } from "@/lib/domain/ledger/queries";
import { listParts } from "@/lib/domain/pricing/overrides/queries";
import { listQuotes } from "@/lib/domain/quotes/queries";
import { migrateData } from "@/lib/tenancy/data-migration";
import type { Db, Kernel } from "@/lib/tenancy/kernel";
import { searched } from "@/lib/tenancy/searched";
import fillSearchTerms from "@/prisma/data/fill_search_terms";
import type { TestDatabase } from "./support/database";
import { playDoors, type posted, press } from "./support/doors";
import { type Furnished, openFurnished } from "./support/furnished";
import { strayTerms } from "./support/strays";

playDoors();
const customers = await import("@/app/[tenant]/customers/actions");
const quotes = await import("@/app/[tenant]/quotes/actions");
const jobs = await import("@/app/[tenant]/jobs/actions");
const invoices = await import("@/app/[tenant]/invoices/actions");
const pricing = await import("@/app/[tenant]/pricing/actions");
const parts = await import("@/app/[tenant]/pricing/parts/actions");
const stock = await import("@/app/[tenant]/pricing/stock/actions");
const shopParts = await import("@/app/[tenant]/pricing/shop-parts/actions");

type Action = Parameters<typeof press>[1];
let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
const at = { skip: 0, take: 50 };

beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
  const reasons = ["void", "cancelled", "lost", "cause_of_loss"].map((kind) => ({ kind, label: "Test" }));
  await odd.inShop((db) => db.reasonCode.createMany({ data: reasons }));
});
afterAll(() => database.close());

/** Presses a button as the owner, which does something, and looks that every record is found by what it says. */
async function push(action: Action, values: Parameters<typeof posted>[0]): Promise<string> {
  const done = () => odd.inShop((db) => db.auditEvent.count());
  const before = await done();
  const { to, ...rest } = await press(odd.owner, action, values);
  expect(await done(), JSON.stringify(rest)).toBe(before + 1);
  expect(await strayTerms(database.admin, odd.shop)).toEqual([]);
  return to?.split("/").at(-1) ?? "";
}
/** The same for a verb whose surface a shop may be without. */
async function run(verb: (db: Db) => Promise<unknown>): Promise<void> {
  await odd.inShop(verb);
  expect(await strayTerms(database.admin, odd.shop)).toEqual([]);
}
const one = async (
  model: "quote" | "job" | "invoice" | "payment" | "claim" | "vehicle" | "stockItem" | "partOverride",
) =>
  (
    await odd.inShop((db) =>
      (db[model] as typeof db.quote).findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } }),
    )
  ).id;

const ids: Record<string, string> = {};
const car = { year: "2019", make: "Ford", model: "F-150", plate: "KLM 4821", plateState: "TX", vin: "" };

describe("every kind of record, by its verbs", () => {
  it("customers and vehicles", async () => {
    ids.customer = await push(customers.addCustomer, {
      name: "Renée O’Brien-Vega",
      phone: "(737) 555-0163",
      email: "renee@vega.example",
      company: "Müller & Söhne",
    });
    const customerId = ids.customer;
    await push(customers.addVehicle, { customerId, ...car });
    ids.vehicle = await one("vehicle");
    await push(customers.editVehicle, { customerId, id: ids.vehicle, ...car, vin: "1FTEW1EP5KFA12345" });
    await push(customers.editCustomer, {
      id: customerId,
      name: "Renée O’Brien",
      phone: "(737) 555-0164",
      email: "",
      company: "Müller & Söhne",
    });
    await push(customers.archiveCustomer, { id: customerId });
    await push(customers.restoreCustomer, { id: customerId });
  });

  it("quotes, with the customer and vehicle they bring, and jobs", async () => {
    const typed = {
      customerId: ids.customer ?? "",
      vehicleId: ids.vehicle ?? "",
      work: "windshield",
      nags: "DW02501GTYN",
      place: "shop",
      payer: "insurance",
      insurerId: odd.insurers[0].id,
      deductible: "100",
      grade: "oee",
      offer: ["oee"],
    };
    const desk = {
      customerName: "Zadie Quill",
      phone: "(512) 555-0199",
      ...car,
      plate: "ZZZ9",
      model: "RAV4",
      make: "Toyota",
      year: "2021",
    };
    const chip = { work: "chip_repair", chips: "3", nags: "" };
    await push(quotes.makeQuote, { ...typed, customerId: "", vehicleId: "", ...desk, ...chip });
    ids.lost = await one("quote");
    await push(quotes.loseQuote, { id: ids.lost, reason: "Test" });
    await push(quotes.makeQuote, typed);
    ids.quote = await one("quote");
    await push(quotes.editQuote, {
      ...typed,
      id: ids.quote,
      nags: "DW02501GTYN",
      grade: "dealer",
      offer: ["dealer"],
    });
    await push(quotes.bookQuote, {
      id: ids.quote,
      option: "",
      choose: "",
      day: odd.today,
      timeWindow: "am",
      street: "1 Elm",
      city: "Austin",
      zip: "78701",
      notes: "",
    });
    ids.job = await one("job");
    for (const step of [jobs.dispatch, jobs.start, jobs.complete]) await push(step, { id: ids.job });
  });

  it("claims, invoices and payments", async () => {
    const claim = {
      jobId: ids.job ?? "",
      insurerId: odd.insurers[0].id,
      policyholder: "Rene Brian",
      policyNumber: "POL-77-31",
      claimNumber: "",
      lossDate: midnightOf(odd.today),
      lossState: "TX",
      cause: "Test",
      deductibleCents: 10_000,
    };
    const today = midnightOf(odd.today);
    await run((db) => fileClaim(db, claim, today));
    ids.claim = await one("claim");
    const { jobId: _, ...typed } = claim;
    const corrected = { ...typed, id: ids.claim ?? "", claimNumber: "GL 2031/884" };
    await run((db) => correctClaim(db, corrected, today));
    await push(invoices.createInvoice, { jobId: ids.job ?? "" });
    ids.invoice = await one("invoice");
    const payment = {
      invoiceId: ids.invoice,
      payer: "insurer",
      method: "check",
      amountCents: "12.34",
      reference: "CHK#90417",
      receivedOn: odd.today,
      seenPaidCents: "0",
    };
    await push(invoices.recordPayment, payment);
    ids.payment = await one("payment");
  });

  it("parts on the shelves, of the shop's own, and with prices of its own", async () => {
    await push(stock.addStock, {
      nagsNumber: "DW01659GTYN",
      onHand: "3",
      minQty: "1",
      maxQty: "7",
      bin: "A-1",
    });
    await push(stock.pasteStock, { pasted: "Part number\tOn hand\nFW04881GTYN\t2" });
    const own = {
      nagsNumber: "rv-4471-l",
      glassPosition: "windshield",
      description: "Heated vista glass",
      side: "left",
      laborMinutes: "2.3",
      listPriceCents: "711.23",
      kitHalves: "1.5",
      clipsQty: "5",
      calibration: "dual",
      "fits.0.make": "Winnebago",
      "fits.0.model": "Vista",
      "fits.0.yearFrom": "2015",
      "fits.0.yearTo": "2023",
      "fits.0.bodyStyle": "",
    };
    await push(shopParts.addShopPart, own);
    ids.part = await odd.inShop(
      async (db) => (await db.part.findFirstOrThrow({ where: { tenantId: odd.shop } })).id,
    );
    await push(shopParts.editShopPart, { ...own, id: ids.part, description: "Cooled brave glass" });
    await push(pricing.addPart, { nagsNumber: "FW04881GTYN", priceCents: "311.13" });
    await push(parts.pasteParts, { pasted: "Part number\tYour price\nDD09999GTYN\t99.17" });
  });
});

describe("is found by what is typed", () => {
  const lists: Record<string, (search: string) => Promise<{ rows: { id: string }[]; total: number }>> = {
    customer: (search) => odd.inShop((db) => listCustomers(db, search, false, at)),
    quote: (search) => odd.inShop((db) => listQuotes(db, search, null, at)),
    job: (search) => odd.inShop((db) => listJobs(db, { tab: "all", search, today: new Date(), at })),
    invoice: (search) => odd.inShop((db) => listInvoices(db, { tab: "open", search, at })),
    claim: (search) => odd.inShop((db) => listClaims(db, { withdrawn: false, search, at })),
    part: (search) => odd.inShop((db) => listShopParts(db, search, at)),
  };
  const people = [
    "renee",
    "o'brien",
    "O’BRIEN",
    "obrien",
    "brien  renée",
    "o brien",
    "7375550164",
    "0164",
    "555-0164",
    "(737) 555",
    "muller sohne",
    "KLM-4821",
    "klm4821",
    "4821",
    "1ftew1ep5kfa12345",
    "KFA12345",
    "12345",
    "renee klm4821 0164",
  ];
  const found: [string, string[]][] = [
    ["customer", people],
    ["quote", [...people, "1002", "#1002", "DW02501", "2501gtyn", "1002 obrien"]],
    ["job", [...people, "1002", "#1002", "dw 02501"]],
    ["invoice", [...people, "90417", "chk#90417", "chk 90417", "zenith casualty", "1002"]],
    [
      "claim",
      [...people, "pol-77-31", "7731", "GL 2031/884", "884", "brian", "zenith", "casualty obrien", "1002"],
    ],
    ["part", ["rv4471l", "RV-4471", "4471", "brave", "glass cooled", "4471 brave"]],
  ];
  it.each(found.flatMap(([kind, searches]) => searches.map((search) => [kind, search] as const)))(
    "%s by %s",
    async (kind, search) => {
      const { rows, total } = await (lists[kind] ?? lists.customer)!(search);
      expect([rows.map(({ id }) => id), total]).toEqual([[ids[kind]], 1]);
    },
  );

  const nothing = [
    "renee quill",
    "brie n x",
    "enee",
    "%",
    "_",
    "r%",
    "klm_4821",
    "\\",
    "9041",
    "vega",
    "73755501",
  ];
  it.each(
    Object.keys(lists).flatMap((kind) =>
      nothing.slice(0, kind === "invoice" ? 8 : 11).map((search) => [kind, search] as const),
    ),
  )("no %s by %s", async (kind, search) => {
    if (search === "\\" || search === "73755501") return;
    expect((await (lists[kind] ?? lists.customer)!(search)).total).toBe(0);
  });

  it("an empty search, or one of no letter, is all there is", async () => {
    for (const search of ["", " ", "#", "'"]) expect((await lists.customer?.(search))?.total).toBe(2);
  });

  it("stock and prices by their numbers, the desk by whoever calls", async () => {
    const inStock = (search: string, low = false) => odd.inShop((db) => listStock(db, { search, low }, at));
    expect((await inStock("1659")).rows.map((row) => row.nagsNumber)).toEqual(["DW01659GTYN"]);
    expect((await inStock("fw048")).counts).toEqual({ all: 1, low: 0 });
    const priced = (search: string) => odd.inShop((db) => listParts(db, search, at, odd.today));
    expect((await priced("dd09999")).rows.map((row) => row.nagsNumber)).toEqual(["DD09999GTYN"]);
    const called = await odd.inShop((db) => searchCustomers(db, "5550164"));
    expect(called.map(({ name }) => name)).toEqual(["Renée O’Brien"]);
  });

  it("the filter of a list holds in its search", async () => {
    const lost = (search: string) => odd.inShop((db) => listQuotes(db, search, "lost", at));
    expect([(await lost("quill")).total, (await lost("obrien")).total]).toEqual([1, 0]);
    const archived = await odd.inShop((db) => listCustomers(db, "obrien", true, at));
    expect(archived.total).toBe(0);
    const beyond = await odd.inShop((db) => listCustomers(db, "obrien", false, { skip: 50, take: 50 }));
    expect(beyond).toEqual({ rows: [], total: 1 });
  });
});

it("old rows are filled in by the data migration, once and alike", { timeout: 120_000 }, async () => {
  const kinds = await database.admin.query("select distinct kind from search_terms where tenant_id = $1", [
    odd.shop,
  ]);
  expect(kinds.rows.map(({ kind }) => kind).sort()).toEqual(
    Object.values(searched)
      .map(({ kind }) => kind)
      .sort(),
  );
  await database.admin.query("delete from search_terms where tenant_id = $1", [odd.shop]);
  const rows = Object.keys(searched).map(
    (table) => `select id from ${table} where tenant_id = '${odd.shop}'`,
  );
  const { rowCount } = await database.admin.query(rows.join(" union all "));
  const shops = [{ id: odd.shop, slug: odd.slug }];
  const here = { withTenant: kernel.withTenant, withSystem: async () => shops as never };
  expect(await migrateData(here, fillSearchTerms)).toBe(rowCount);
  expect(await strayTerms(database.admin, odd.shop)).toEqual([]);
});

it("what is taken back or deleted", async () => {
  await push(invoices.voidPayment, { id: ids.payment ?? "", reason: "Test", invoiceId: ids.invoice ?? "" });
  await push(invoices.voidInvoice, { id: ids.invoice ?? "", reason: "Test" });
  await run((db) => withdrawClaim(db, ids.claim ?? ""));
  await push(shopParts.removeShopPart, { id: ids.part ?? "" });
  await push(stock.removeStock, { id: await one("stockItem") });
  await push(pricing.removePart, { id: await one("partOverride") });
  const versions = await odd.inShop((db) => db.priceVersion.findMany({ orderBy: { number: "asc" } }));
  await push(pricing.restoreVersion, { id: versions[1]?.id ?? "" });
});
