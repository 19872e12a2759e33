import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { guestToken } from "@/lib/auth/guest-link";
import { addDays, midnightOf } from "@/lib/dates";
import { makeLink } from "@/lib/domain/quotes/links";
import { paperOf } from "@/lib/domain/quotes/pdf/of-quote";
import { getQuote } from "@/lib/domain/quotes/queries";
import type { TestDatabase } from "@/tests/support/database";
import { ask, playDoors } from "@/tests/support/doors";
import { type Furnished, mintJob, openFurnished } from "@/tests/support/furnished";
import { makePng } from "@/tests/support/pictures";

// What answers a form while somebody types, or is a file: asked as it is, on the database.
vi.stubEnv("NEXTAUTH_SECRET", "a secret of at least thirty-two characters");
playDoors();
// Drawing has its own tests, and takes a while.
vi.doMock("@/lib/domain/quotes/pdf/quote-pdf", () => ({ quotePdf: async () => new Uint8Array([37]) }));
const parts = await import("./parts/route");
const trip = await import("./trip/route");
const customer = await import("./customer/route");
const search = await import("../customers/search/route");
const vin = await import("../customers/vin/route");
const catalog = await import("../pricing/catalog/route");
const recent = await import("../pricing/recent/route");
const logo = await import("../settings/logo/route");
const guestPdf = await import("@/app/(public)/quote/[token]/pdf/route");

let database: TestDatabase;
let odd: Furnished;
beforeAll(async () => {
  ({ database, odd } = await openFurnished());
});
afterAll(() => database.close());

const json = async (route: typeof parts, query: Record<string, string>, who: Actor = odd.counter) =>
  (await ask(who, route.GET, query)).json();

describe("parts at the desk", () => {
  const rav4 = { year: "2021", make: "Toyota", model: "RAV4" };
  const numbersOf = (answer: { parts: { nagsNumber: string }[] }) =>
    answer.parts.map(({ nagsNumber }) => nagsNumber);

  it("are those that fit, then those of the number, each once, with their stock; costs for who may see them", async () => {
    await odd.inShop((db) =>
      db.stockItem.create({ data: { nagsNumber: "DW02501GTYN", onHand: 3, minQty: 1, bin: "B7" } }),
    );
    const fitting = numbersOf(await json(parts, rav4));
    expect(fitting.length).toBeGreaterThan(1);
    const both = await json(parts, { ...rav4, nags: "DW02501GTYN" });
    expect(numbersOf(both)).toEqual(fitting);
    const { parts: numbered, book } = await json(parts, { nags: "DW02501GTYN" });
    expect(numbered).toMatchObject([
      { nagsNumber: "DW02501GTYN", fits: false, stock: { onHand: 3, bin: "B7" } },
    ]);
    expect(book).toMatchObject({
      cash: { name: "Cash" },
      partOverrides: [{ nagsNumber: "DW02501GTYN", costCents: null }],
      costs: { kitCents: null },
    });
    const seen = (await json(parts, { nags: "DW02501GTYN" }, odd.owner)).book;
    expect(seen).toMatchObject({ partOverrides: [{ costCents: 16_811 }], costs: { kitCents: 1_407 } });
    for (const missing of ["year", "make", "model"] as const)
      expect(numbersOf(await json(parts, { ...rav4, [missing]: "", nags: "" }))).toEqual([]);
    expect(await json(parts, {})).toMatchObject({ parts: [], book: { partOverrides: [] } });
  });

  it("go by the list price of the shop's day", async () => {
    const part = { nagsNumber: "DW07701GTYN", prefix: "DW", number: "07701", glassPosition: "windshield" };
    const price = {
      listPriceCents: 2,
      listPriceBeforeCents: 1,
      listEffectiveFrom: midnightOf(addDays(odd.today, 1)),
    };
    await odd.inShop((db) => db.part.create({ data: { ...part, description: "x", ...price } }));
    const listed = async () => (await json(parts, { nags: "DW07701" })).parts[0].listPriceCents;
    const tried = async (on = "") =>
      (await json(catalog, { q: "DW07701", ...(on && { on }) }, odd.owner))[0].sample.part.listPriceCents;
    expect([await listed(), await tried(), await tried(addDays(odd.today, 1))]).toEqual([1, 1, 2]);
    await odd.inShop((db) =>
      db.part.updateMany({ where: part, data: { listEffectiveFrom: midnightOf(odd.today) } }),
    );
    expect([await listed(), await tried()]).toEqual([2, 2]);
  });
});

it("a trip is where a ZIP code is, and how far from the shop", async () => {
  expect(await json(trip as typeof parts, { zip: "78620" })).toEqual({
    city: "Dripping Springs",
    state: "TX",
    miles: expect.any(Number),
  });
  expect(await json(trip as typeof parts, { zip: "78701" })).toMatchObject({ city: "Austin", miles: 0 });
  expect(await json(trip as typeof parts, { zip: "00000" })).toEqual({
    city: null,
    state: null,
    miles: null,
  });
});

it("customers are offered with phone and company, and read with their cars; a VIN is decoded", async () => {
  const told = { name: "Zadie Quill", phone: "+17375550163", company: "Quill & Co" };
  const { customer: zadie, vehicle } = await mintJob(odd.inShop, { customer: told });
  expect(await json(search as typeof parts, { q: " zadie " })).toEqual([
    { value: zadie.id, label: "Zadie Quill", hint: "(737) 555-0163 · Quill & Co" },
  ]);
  expect(await json(customer as typeof parts, { id: zadie.id })).toMatchObject({
    id: zadie.id,
    name: "Zadie Quill",
    vehicles: [{ id: vehicle.id }],
  });
  expect(await json(vin as typeof parts, { vin: "1HGCM82633A004352" })).toMatchObject({
    make: "Honda",
    year: 2003,
  });
});

it("the newest quotes are tried with the shop's own prices of their parts, on its day or the one asked for", async () => {
  await mintJob(odd.inShop, {
    quote: { nagsNumber: "DW02501GTYN", createdAt: new Date("2020-01-01"), glassPosition: "windshield" },
  });
  const read = async (query = {}) => {
    const { quotes, overrides } = await json(recent as typeof parts, query, odd.owner);
    return { on: quotes.at(-1).request.on, overrides };
  };
  const overrides = [{ nagsNumber: "DW02501GTYN", priceCents: null, costCents: 16_811 }];
  expect(await read()).toEqual({ on: odd.today, overrides });
  expect(await read({ from: "2031-01-02" })).toEqual({ on: "2031-01-02", overrides });
});

it("a logo is the shop's picture, which a browser may keep; there is none before there is one", async () => {
  const get = () => ask(odd.counter, logo.GET, {});
  expect((await get()).status).toBe(404);
  const picture = makePng(32, 32);
  await odd.inShop((db) => db.shopPaper.create({ data: { logo: picture, logoAt: new Date() } }));
  const answer = await get();
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("cache-control")).toBe("private, max-age=3600");
  expect((await sharp(await answer.arrayBuffer()).metadata()).width).toBe(32);
});

describe("a quote's paper", () => {
  const line = {
    kind: "labour",
    quantity: 137,
    unitCents: 6_137,
    taxable: true,
    layer: "shop",
    nagsNumber: null,
  };

  it("says what the quote says, with both payers' shares, its options and its signature, by the shop's clock", async () => {
    const { quote } = await mintJob(odd.inShop, {
      customer: {
        company: "Quill & Co",
        email: "z@quill.example",
        street: "3 Quay",
        city: "Kyle",
        state: "TX",
        zip: "78640",
      },
      vehicle: { vin: "1HGCM82633A004352", plate: "QX71ZB", plateState: "NM" },
      quote: {
        payer: "insurance",
        insurerId: odd.insurers[1].id,
        grade: "oem",
        taxNote: "Taxed as in Kyle.",
        place: "mobile",
        workZip: "78620",
        status: "accepted",
        createdAt: new Date("2026-01-02T12:00:00Z"),
      },
      lines: [
        { ...line, position: 1, description: "Labor", totalCents: 8_408, rule: "Cash: labor $61.37 an hour" },
        {
          ...line,
          position: 2,
          kind: "kit",
          description: "Kit",
          totalCents: 0,
          taxable: false,
          rule: "kit included",
        },
        {
          ...line,
          position: 3,
          kind: "glass",
          description: "Glass",
          nagsNumber: "DW1",
          totalCents: 0,
          rule: "",
        },
      ],
    });
    const option = { quoteId: quote.id, subtotalCents: 1, taxCents: 1, customerCents: 3, lines: [] };
    await odd.inShop(async (db) => {
      await db.quoteOption.create({ data: { ...option, position: 1, grade: "dealer", totalCents: 71_107 } });
      await db.quoteOption.create({ data: { ...option, position: 0, grade: "oem", totalCents: 61_107 } });
      const signedAt = new Date("2026-01-03T12:00:00Z");
      await db.quoteSignature.create({
        data: { quoteId: quote.id, name: "Zadie Q.", drawing: "M1 1L2 2", agreed: {}, signedAt },
      });
    });
    const shop = {
      name: "Odd Glass",
      phone: "+15125550142",
      email: "desk@odd.example",
      street: "17 Odd Lane",
      city: "Austin",
      state: "TX",
      zip: "78701",
      brandColor: "",
      taxId: "EIN 17",
      terms: "Due.",
    };
    const paper = await odd.inShop(async (db) =>
      paperOf(await getQuote(db, quote.id), { ...shop, logo: null }, "Pacific/Kiritimati"),
    );
    expect(paper).toEqual({
      shop: {
        ...shop,
        lines: ["17 Odd Lane", "Austin, TX 78701", "(512) 555-0142 · desk@odd.example"],
      },
      number: quote.number,
      madeOn: "2026-01-03",
      validity: "Good until May 17, 2031",
      customer: {
        name: "Ann Example",
        lines: ["Quill & Co", "3 Quay", "Kyle, TX 78640", "(512) 555-0188", "z@quill.example"],
      },
      vehicle: { name: "2019 Honda Fit", vin: "1HGCM82633A004352", plate: "QX71ZB NM" },
      work: [
        "Replacement: door glass",
        "Priced below with OEM glass",
        "Mobile: we come to you, ZIP 78620",
        "Taxed as in Kyle.",
      ],
      lines: [
        {
          description: "Labor",
          nagsNumber: null,
          quantity: 137,
          unit: "h",
          unitCents: 6_137,
          totalCents: 8_408,
          taxable: true,
        },
        {
          description: "Kit",
          nagsNumber: null,
          quantity: 137,
          unit: "",
          unitCents: 6_137,
          totalCents: 0,
          taxable: false,
        },
        {
          description: "Glass",
          nagsNumber: "DW1",
          quantity: 137,
          unit: "",
          unitCents: 6_137,
          totalCents: null,
          taxable: true,
        },
      ],
      subtotalCents: 50_347,
      taxes: [{ name: "Tax", cents: 3_151 }],
      totalCents: 53_498,
      shares: { insurerCents: 43_491, customerCents: 10_007, insurer: odd.insurers[1].name },
      options: [
        { label: "OEM", totalCents: 61_107 },
        { label: "Dealer", totalCents: 71_107 },
      ],
      signature: { name: "Zadie Q.", signedOn: "2026-01-04", path: "M1 1L2 2" },
    });
    const cash = await mintJob(odd.inShop);
    const plain = await odd.inShop(async (db) =>
      paperOf(await getQuote(db, cash.quote.id), { ...shop, logo: null }, "UTC"),
    );
    expect([plain.shares, plain.options, plain.signature]).toEqual([null, [], undefined]);
  });

  it("is a guest's as long as their link shows the quote", async () => {
    const lines = [{ ...line, position: 1, description: "Labor", totalCents: 8_408, rule: "" }];
    const { quote } = await mintJob(odd.inShop, { lines });
    const { link } = await odd.inShop((db) => makeLink(db, quote.id, odd.counter));
    const get = async () => {
      const params = Promise.resolve({ token: guestToken({ tenantId: odd.shop }, link.id) });
      return guestPdf.GET(new Request("https://glass.example/"), { params });
    };
    const set = (data: object) => odd.inShop((db) => db.quote.updateMany({ where: { id: quote.id }, data }));
    const open = await get();
    expect(open.headers.get("content-type")).toBe("application/pdf");
    expect(open.headers.get("content-disposition")).toContain(`quote-${quote.number}.pdf`);
    await set({ status: "accepted" });
    expect((await get()).status).toBe(200);
    for (const status of ["draft", "lost"]) {
      await set({ status });
      await expect(get()).rejects.toMatchObject({ pressed: { status: 404 } });
    }
  });
});
