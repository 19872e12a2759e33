import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readGuestToken } from "@/lib/auth/guest-link";
import { addDays, midnightOf } from "@/lib/dates";
import { recordChange } from "@/lib/domain/pricing/versions/verbs";
import { EditQuote } from "@/lib/domain/quotes/forms";
import { firstOpened, isOpen, linksOf } from "@/lib/domain/quotes/links";
import { getQuote } from "@/lib/domain/quotes/queries";
import { approve, book, lose, reopen, revise, send } from "@/lib/domain/quotes/verbs";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, press } from "@/tests/support/doors";
import { type Furnished, idsOf, mintFurnished, mintJob, openFurnished } from "@/tests/support/furnished";
import { mailsPosted } from "@/tests/support/mails";
import { meet } from "@/tests/support/meet";

vi.stubEnv("NEXTAUTH_SECRET", "a secret of at least thirty-two characters");
vi.stubEnv("NEXTAUTH_URL", "https://glass.example");
playDoors();
const actions = await import("./actions");

type Db = Parameters<typeof getQuote>[0];
let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;

const typed = {
  customerName: "Zadie Quill",
  phone: "(737) 555-0163",
  year: "2021",
  make: "Toyota",
  model: "RAV4",
  work: "windshield",
  nags: "DW02501GTYN",
  place: "mobile",
  workZip: "78620",
  workMiles: "23",
  payer: "cash",
  notes: "Gate code 17",
  grade: "oee",
  offer: ["oee", "dealer"],
  offerPrice: "",
  discount: "13.37",
  discountReason: "Neighbor",
};
type Values = Record<string, string | string[]>;
const form = ({ offerPrice: _, ...values }: Values = {}): Values => {
  const { offerPrice: __, ...rest } = typed;
  return { ...rest, ...values };
};
const made = async (more: Values = {}, who = odd.counter) => {
  const done = await press(who, actions.makeQuote, form(more));
  if (!done.to) throw new Error(JSON.stringify(done));
  return done.to.split("/")[3] ?? "";
};
const read = (id: string) => odd.inShop((db) => getQuote(db, id));
const inWords = (line: Awaited<ReturnType<typeof read>>["lines"][number]) =>
  `${line.position} ${line.kind} ${line.nagsNumber} ${line.description}: ${line.quantity} × ${line.unitCents} = ${line.totalCents}, ${line.taxable ? "taxed" : "untaxed"}, cost ${line.costCents}, by ${line.rule} of ${line.layer}`;
const counts = async (id: string) =>
  odd.inShop(async (db) => [
    await db.quoteLine.count({ where: { quoteId: id } }),
    await db.quoteOption.count({ where: { quoteId: id } }),
  ]);
const lastMail = async () =>
  (await odd.inShop(mailsPosted)).at(-1) as NonNullable<Awaited<ReturnType<typeof mailsPosted>>[number]>;
const push = (action: (typeof actions)["sendQuote"], values: Values) => press(odd.counter, action, values);
const audited = async () => {
  const { action, subject } = await lastAudit(kernel, odd.shop);
  return { action, subject };
};

beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
  await odd.inShop(async (db) => {
    await db.reasonCode.create({ data: { kind: "lost", label: "Went elsewhere" } });
    await db.reasonCode.create({ data: { kind: "discount", label: "Neighbor" } });
    const note = { reason: "", effectiveFrom: null, madeOn: null };
    await recordChange(db, odd.owner, note, async () => {
      await db.taxRate.updateMany({ where: { name: "Austin" }, data: { ratePpm: 10_009 } });
      return {};
    });
  });
});
afterAll(() => database.close());

describe("a quote is kept with all that was chosen and what it came to", () => {
  it("paid cash, mobile, with options and a discount", async () => {
    const values = form({ "offerPrice.dealer": "911.13" });
    const done = await press(odd.counter, actions.makeQuote, values);
    const id = done.to?.split("/").at(-1) ?? "";
    const quote = await read(id);
    expect(done).toMatchObject({
      to: `/${odd.slug}/quotes/${id}`,
      message: `Quote #${quote.number} is saved.`,
    });
    expect(quote).toMatchObject({
      number: 1001,
      status: "draft",
      payer: "cash",
      insurerId: null,
      deductibleCents: 0,
      policyDeductibleCents: null,
      deductibleStated: false,
      service: "replacement",
      glassPosition: "windshield",
      nagsNumber: "DW02501GTYN",
      grade: "oee",
      chips: 0,
      place: "mobile",
      workZip: "78620",
      workMiles: 23,
      brand: "",
      taxNote: "Taxed as in Dripping Springs.",
      notes: "Gate code 17",
      givenAwayCents: 1_337,
      approval: "none",
      approvedBy: "",
      priceVersion: 2,
      validUntil: addDays(odd.today, 17),
      needsReview: false,
      reviews: [],
      insurerCents: 0,
      lostReason: "",
      acceptedAt: null,
    });
    expect(quote.customer).toMatchObject({ name: "Zadie Quill", phone: "+17375550163" });
    expect(quote.vehicle).toMatchObject({ make: "Toyota", model: "RAV4", year: 2021 });
    expect(quote.vehicle.customerId).toBe(quote.customerId);
    const sums = ({ subtotalCents, taxCents, totalCents, customerCents, costCents }: typeof quote) => ({
      subtotalCents,
      taxCents,
      totalCents,
      customerCents,
      costCents,
    });
    expect(sums(quote)).toMatchInlineSnapshot(`
      {
        "costCents": 22344,
        "customerCents": 85644,
        "subtotalCents": 83025,
        "taxCents": 2619,
        "totalCents": 85644,
      }
    `);
    expect(quote.lines.map(inWords)).toMatchInlineSnapshot(`
      [
        "0 glass DW02501GTYN Demo windshield, Toyota RAV4 2019-2025: 100 × 32321 = 32321, taxed, cost 16811, by Cash: DW* 55.11% off list of shop",
        "1 labour null Install labor: 250 × 6137 = 15343, untaxed, cost 0, by Cash: labor $61.37 an hour of shop",
        "2 kit null Urethane kit: 200 × 2517 = 5034, taxed, cost 2814, by Cash: urethane kit $25.17 of shop",
        "3 moulding null Moulding: 100 × 4211 = 4211, untaxed, cost 2411, by Cash: moulding $42.11 of shop",
        "4 hardware null Retainer clips: 400 × 227 = 908, untaxed, cost 308, by Cash: clip $2.27 of shop",
        "5 calibration null Dynamic calibration: 100 × 22513 = 22513, untaxed, cost 0, by Cash: dynamic calibration $225.13 of shop",
        "6 mobile null Mobile service: 100 × 3519 = 3519, untaxed, cost 0, by Cash: mobile $35.19 of shop",
        "7 disposal null Disposal: 100 × 513 = 513, untaxed, cost 0, by Cash: disposal $5.13 of shop",
        "8 discount null Discount: Neighbor: 100 × -1337 = -1337, untaxed, cost 0, by $13.37 off: Neighbor of manual",
      ]
    `);
    expect(quote.options).toHaveLength(2);
    const [first, second] = quote.options;
    expect(first).toMatchObject({ position: 0, grade: "oee", insurerCents: 0, ...sums(quote) });
    expect(first?.lines).toEqual(quote.lines.map(({ id: _, quoteId: __, tenantId: ___, ...line }) => line));
    expect(second).toMatchObject({ position: 1, grade: "dealer", insurerCents: 0, reviews: [] });
    expect(second?.subtotalCents).toBe(quote.subtotalCents - (quote.lines[0]?.totalCents ?? 0) + 91_113);
    expect((second?.lines as object[])[0]).toMatchObject({ totalCents: 91_113, layer: "manual" });
    expect(await audited()).toEqual({ action: "quote.make", subject: id });
  });

  it("paid by an insurer, whose state spares the deductible unless it was named", async () => {
    const customer = await odd.inShop((db) =>
      db.customer.create({ data: { name: "Flo", phone: "+13055550163", state: "FL", zip: "33101" } }),
    );
    const insured = form({
      customerId: customer.id,
      payer: "insurance",
      insurerId: odd.insurers[1].id,
      deductible: "100.07",
      place: "shop",
      discount: "",
      offer: "dealer",
    });
    const spared = await read(await made(insured));
    expect(spared).toMatchObject({
      customerId: customer.id,
      payer: "insurance",
      insurerId: odd.insurers[1].id,
      insurer: { name: odd.insurers[1].name },
      deductibleCents: 0,
      policyDeductibleCents: 10_007,
      deductibleStated: false,
      place: "shop",
      workZip: "",
      workMiles: null,
      customerCents: 0,
      insurerCents: spared.totalCents,
    });
    const named = await read(await made({ ...insured, deductibleStated: "on" }));
    expect(named).toMatchObject({
      deductibleCents: 10_007,
      deductibleStated: true,
      customerCents: 10_007,
      insurerCents: named.totalCents - 10_007,
      options: [
        { grade: "oee", customerCents: 10_007 },
        { grade: "dealer", customerCents: 10_007, insurerCents: named.options[1]!.totalCents - 10_007 },
      ],
    });
    expect(named.options[1]?.reviews).toEqual([
      "Dealer glass comes to the same price as oee: set its price.",
    ]);
    expect(named.options[1]?.needsReview).toBe(true);
  });

  it("by the prices that the shop has with that insurer, and with no other", async () => {
    const fresh = await mintFurnished(database, kernel);
    const [one, other] = fresh.insurers;
    const agreed = { payer: "insurance", insurerId: one.id, laborMode: "hourly", laborCents: 5_101 };
    await fresh.inShop((db) => db.pricingProfile.create({ data: { ...agreed, name: one.name } }));
    const labor = async (insurerId: string) => {
      const insured = { payer: "insurance", insurerId, deductible: "100.07", discount: "", offer: "oee" };
      const { to } = await press(fresh.counter, actions.makeQuote, form(insured));
      const { lines } = await fresh.inShop((db) => getQuote(db, to?.split("/").at(-1) ?? ""));
      return lines.find(({ kind }) => kind === "labour")?.unitCents;
    };
    expect([await labor(one.id), await labor(other.id)]).toEqual([5_101, 4_219]);
  });

  it("never with an insurer that nobody knows, nor for another customer's car", async () => {
    const make = (more: Values) => press(odd.counter, actions.makeQuote, form(more));
    const insured = { payer: "insurance", insurerId: odd.shop, deductible: "100.07" };
    expect((await make(insured)).status).toBe(404);
    const [{ customer, vehicle }, beside] = [await mintJob(odd.inShop), await mintJob(odd.inShop)];
    expect((await make({ customerId: customer.id, vehicleId: beside.vehicle.id })).status).toBe(404);
    const id = await made({ customerId: customer.id, vehicleId: vehicle.id });
    expect(await read(id)).toMatchObject({ customerId: customer.id, vehicleId: vehicle.id });
  });

  it("for cash, nothing of an insurer that was typed before", async () => {
    const left = { insurerId: odd.insurers[0].id, deductible: "100.07", deductibleStated: "on" };
    expect(await read(await made(left))).toMatchObject({
      payer: "cash",
      insurerId: null,
      policyDeductibleCents: null,
      deductibleStated: false,
      insurerCents: 0,
    });
  });

  it("for chips, nothing of a part that was typed before", async () => {
    const quote = await read(await made({ work: "chip_repair", chips: "3", nags: "OWN-1", discount: "" }));
    expect(quote).toMatchObject({
      service: "chip_repair",
      glassPosition: "windshield",
      nagsNumber: null,
      chips: 3,
      options: [],
      subtotalCents: quote.lines.reduce((sum, line) => sum + line.totalCents, 0),
    });
    const chips = quote.lines.filter(({ kind }) => kind === "chip_repair");
    expect(chips.reduce((sum, line) => sum + line.totalCents, 0)).toBe(8_923 + 2 * 1_319);
    expect((await read(await made({ chips: "3" }))).chips).toBe(0);
  });

  it("for glass that the catalog has not, what is to be looked at", async () => {
    const quote = await read(await made({ nags: "DD09999GTYN", work: "door", glassPrice: "311.13" }));
    expect(quote).toMatchObject({
      needsReview: true,
      nagsNumber: "DD09999GTYN",
      glassPosition: "door",
      reviews: [expect.stringMatching(/^DD09999GTYN is not in the catalog/)],
    });
    const refused = await press(odd.counter, actions.makeQuote, form({ nags: "OWN-1" }));
    expect(Object.keys(refused.errors ?? {})).toEqual(["nags"]);
  });

  it("for a shop that has not said how long its quotes hold: thirty days; without prices, none", async () => {
    const fresh = await mintFurnished(database, kernel);
    await database.admin.query("delete from shop_settings where tenant_id = $1", [fresh.shop]);
    const { to } = await press(fresh.counter, actions.makeQuote, form());
    const quote = await fresh.inShop((db) => getQuote(db, to?.split("/").at(-1) ?? ""));
    expect(quote).toMatchObject({
      validUntil: addDays(fresh.today, 30),
      priceVersion: null,
      approval: "none",
      number: 1001,
    });
    await fresh.inShop((db) => db.pricingProfile.deleteMany());
    const refused = await press(fresh.counter, actions.makeQuote, form());
    expect(refused.message).toMatch(/has no prices yet/);
  });

  it("taxed as where the work is done: by the customer's own ZIP, and as exempt as their certificate still is", async () => {
    const until = (day: string) => ({
      taxExempt: true,
      taxCertificate: "TX-7",
      taxCertificateUntil: midnightOf(day),
    });
    const taxed = async (customer: object, more: Values = {}) => {
      const { id } = await odd.inShop((db) =>
        db.customer.create({ data: { name: "Z", phone: "+17375550163", zip: "78620", ...customer } }),
      );
      const { taxCents, taxNote } = await read(await made({ customerId: id, workZip: "", ...more }));
      return { taxed: taxCents > 0, taxNote };
    };
    expect(await taxed({})).toEqual({ taxed: true, taxNote: "Taxed as in Dripping Springs." });
    expect(await taxed({ zip: "78701" })).toEqual({ taxed: true, taxNote: "" });
    expect(await taxed({}, { place: "shop" })).toEqual({ taxed: true, taxNote: "" });
    expect(await taxed(until(odd.today))).toMatchObject({ taxed: false });
    expect(await taxed(until(addDays(odd.today, -1)))).toMatchObject({ taxed: true });
  });

  it("with who may allow what was taken off", async () => {
    const over = { discount: "150.01" };
    expect(await read(await made(over))).toMatchObject({
      approval: "needed",
      approvedBy: "",
      givenAwayCents: 15_001,
    });
    expect(await read(await made(over, odd.owner))).toMatchObject({
      approval: "approved",
      approvedBy: "Olga Owner",
    });
    const cheap = await read(await made({ "offerPrice.dealer": "1.13", discount: "" }));
    const list = cheap.options[0]?.subtotalCents ?? 0;
    expect(cheap).toMatchObject({ approval: "needed" });
    expect(cheap.givenAwayCents).toBe(list - (cheap.options[1]?.subtotalCents ?? 0));
  });

  it("with the maker that was chosen, or the one the shop likes best", async () => {
    await odd.inShop((db) =>
      db.brandPreference.create({
        data: { glassPosition: "windshield", grade: "oee", brands: ["Acme", "Zen"] },
      }),
    );
    const glass = async (brand: string) => {
      const quote = await read(await made({ brand }));
      return [quote.brand, quote.lines[0]?.description.split(", ").at(-1)];
    };
    expect([await glass(""), await glass("Zen")]).toEqual([
      ["", "Acme"],
      ["Zen", "Zen"],
    ]);
    await odd.inShop((db) => db.brandPreference.deleteMany());
  });

  it("is read with its lines as they stand on the paper, however they were written", async () => {
    const written = [4, 2, 5, 1, 3].map((position) => ({
      position,
      kind: "labor",
      description: `Line ${position}`,
      quantity: 103,
      unitCents: 5_261,
      totalCents: 5_419,
      taxable: false,
      rule: "by hand",
      layer: "manual",
    }));
    const { quote } = await mintJob(odd.inShop, { lines: written });
    expect((await read(quote.id)).lines.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });

  it("and goes on to its booking where that was asked", async () => {
    const done = await press(odd.counter, actions.makeQuote, form({ next: "book" }));
    expect(done.to).toMatch(/\/quotes\/[^/]+\/book$/);
  });
});

describe("a quote that is changed", () => {
  const edit = (id: string, more: Values = {}) =>
    press(odd.counter, actions.editQuote, form({ id, ...more }));

  it("is all anew, and no other: columns, lines and options", async () => {
    const [id, beside] = [await made(), await made()];
    const before = await read(beside);
    const changed = { place: "shop", grade: "dealer", offer: ["aftermarket", "oem"], notes: "None" };
    const done = await edit(id, { ...changed, discount: "" });
    expect(done).toMatchObject({ to: `/${odd.slug}/quotes/${id}`, message: "Saved." });
    const quote = await read(id);
    expect(quote).toMatchObject({
      status: "draft",
      place: "shop",
      workZip: "",
      grade: "dealer",
      notes: "None",
      givenAwayCents: 0,
    });
    expect(quote.options.map(({ grade }) => grade)).toEqual(["dealer", "aftermarket", "oem"]);
    expect(quote.lines.some(({ kind }) => kind === "discount" || kind === "mobile")).toBe(false);
    expect(quote.subtotalCents).toBe(quote.lines.reduce((sum, line) => sum + line.totalCents, 0));
    expect(await audited()).toEqual({ action: "quote.edit", subject: id });
    expect(await read(beside)).toEqual(before);
    await edit(id, { next: "book" });
    expect(await counts(id)).toEqual([(await read(id)).lines.length, 2]);
    expect((await edit(id, { next: "book" })).to).toBe(`/${odd.slug}/quotes/${id}/book`);
  });

  it("says so where the customer has the old one", async () => {
    const id = await made();
    await push(actions.sendQuote, { id });
    expect((await edit(id)).message).toBe("Saved. It is a draft again: send the new copy.");
  });

  it.each(["accepted", "lost"] as const)(
    "is none that is %s, whatever edition was opened",
    async (status) => {
      const id = await made();
      await odd.inShop((db) => db.quote.updateMany({ where: { id }, data: { status } }));
      expect((await edit(id, { edition: "another" })).message).toMatch(/can't be changed any more/);
      expect((await edit(id)).message).toMatch(/can't be changed any more/);
    },
  );
});

describe("a discount over the limit", () => {
  const allow = (id: string, givenAwayCents = 15_001) =>
    press(odd.owner, actions.approveDiscount, { id, givenAwayCents: String(givenAwayCents) });

  it("is allowed by name, once, as it was seen, and on no other quote", async () => {
    const [id, beside] = [await made({ discount: "150.01" }), await made({ discount: "150.01" })];
    expect((await allow(id, 15_000)).message).toMatch(/was changed meanwhile/);
    const done = await allow(id);
    expect(done).toMatchObject({
      to: `/${odd.slug}/quotes/${id}`,
      message: "Approved. The quote can go out.",
    });
    expect(await read(id)).toMatchObject({ approval: "approved", approvedBy: "Olga Owner", status: "draft" });
    expect(await audited()).toEqual({ action: "quote.approve", subject: id });
    expect((await read(beside)).approval).toBe("needed");
    expect((await allow(id)).message).toMatch(/was changed meanwhile/);
    await odd.inShop((db) => db.quote.updateMany({ where: { id: beside }, data: { status: "lost" } }));
    expect((await allow(beside)).message).toMatch(/can't be approved any more/);
  });
});

describe("a quote that goes out", () => {
  it("is sent, and no other", async () => {
    const [id, beside] = [await made(), await made()];
    const done = await push(actions.sendQuote, { id });
    expect(done).toMatchObject({ to: `/${odd.slug}/quotes/${id}`, message: "Marked as sent." });
    expect([(await read(id)).status, (await read(beside)).status]).toEqual(["sent", "draft"]);
    expect(await audited()).toEqual({ action: "quote.send", subject: id });
  });

  it("may do so on its last day by the shop's clock, and not after", async () => {
    const id = await made();
    const until = (day: string) =>
      odd.inShop((db) => db.quote.updateMany({ where: { id }, data: { validUntil: midnightOf(day) } }));
    await until(addDays(odd.today, -1));
    expect((await push(actions.sendQuote, { id })).message).toMatch(/has expired/);
    await until(odd.today);
    expect((await push(actions.sendQuote, { id })).message).toBe("Marked as sent.");
  });

  it("has a price on every option, and is not lost", async () => {
    const id = await made({ "offerPrice.dealer": "0", discount: "" }, odd.owner);
    expect((await push(actions.sendQuote, { id })).message).toMatch(/no price/);
    const lost = await made();
    await odd.inShop((db) => db.quote.updateMany({ where: { id: lost }, data: { status: "lost" } }));
    expect((await push(actions.sendQuote, { id: lost })).message).toMatch(/can't be sent any more/);
  });

  it("by a link to copy, that ends with the quote", async () => {
    const id = await made();
    const done = await push(actions.shareQuote, { id });
    expect(done).toMatchObject({ to: `/${odd.slug}/quotes/${id}`, message: "The link is ready to copy." });
    expect(await audited()).toEqual({ action: "quote.share", subject: id });
    const links = await odd.inShop((db) => linksOf(db, id, odd.counter, odd.today));
    expect(links).toMatchObject([
      { email: "", expiresOn: addDays(odd.today, 17), mailedAt: null, openedAt: null, revokedAt: null },
    ]);
    expect(readGuestToken(links[0]?.address?.split("/").at(-1) ?? "")).toEqual({
      tenantId: odd.shop,
      id: links[0]?.id,
    });
    expect((await read(id)).status).toBe("sent");
  });

  it("by mail, with what it costs the customer, and the address is kept where there was none", async () => {
    const values = {
      payer: "insurance",
      insurerId: odd.insurers[0].id,
      deductible: "100.07",
      place: "shop",
      discount: "",
      offer: "oee",
    };
    const [id, beside] = [await made(values), await made(values)];
    const letter = { id, email: "zadie@quill.example", note: "As we said." };
    await push(actions.shareQuote, { id: beside });
    const done = await push(actions.mailQuote, letter);
    expect(done).toMatchObject({
      to: `/${odd.slug}/quotes/${id}`,
      message: "The quote to zadie@quill.example is in the outbox: no mail server is set up.",
    });
    expect(await audited()).toEqual({ action: "quote.mail", subject: id });
    const [link] = await odd.inShop((db) => linksOf(db, id, odd.counter, odd.today));
    expect(link?.email).toBe("zadie@quill.example");
    expect(link?.mail).toMatchObject({ status: "waiting", aboutKind: "quote", aboutId: id });
    expect(link?.mail).not.toHaveProperty("body");
    const [other] = await odd.inShop((db) => linksOf(db, beside, odd.counter, odd.today));
    expect(other?.mail).toBeNull();
    const { number, customer } = await read(id);
    const { text, ...mail } = await lastMail();
    expect(mail).toEqual({
      to: "zadie@quill.example",
      subject: `Your quote #${number} from Odd Glass`,
      from: "Odd Glass",
      replyTo: "desk@odd.example",
      attachment: { kind: "quote.pdf", id },
    });
    const parts = text.split("\n\n");
    expect(parts.slice(0, 5)).toEqual([
      "Hello Zadie Quill,",
      "As we said.",
      `here is your quote #${number} for your 2021 Toyota RAV4: $100.07 to you.`,
      "See it, choose and accept it here, without an account:",
      link?.address,
    ]);
    expect(parts[5]).toMatch(/^The prices hold until \w{3}, \w{3} \d+(, \d{4})?, and so does the link\.$/);
    expect(parts.slice(6).join("\n")).toContain("Odd Glass\n17 Odd Lane\nAustin TX 78701");
    expect(customer.email).toBe("zadie@quill.example");
    await push(actions.mailQuote, { ...letter, email: "other@quill.example", note: "" });
    expect((await read(id)).customer.email).toBe("zadie@quill.example");
    expect((await lastMail()).text.split("\n\n")[1]).toMatch(/^here is/);
    expect((await read(beside)).customer.email).toBe("");
  });

  it("with options, by the mail's cheapest; answers go nowhere where the shop has no address", async () => {
    await odd.inShop((db) => db.tenant.updateMany({ data: { email: "" } }));
    const id = await made({ "offerPrice.dealer": "511.13" }, odd.owner);
    await push(actions.mailQuote, { id, email: "z@quill.example", note: "" });
    await odd.inShop((db) => db.tenant.updateMany({ data: { email: "desk@odd.example" } }));
    const { options } = await read(id);
    const cheapest = Math.min(...options.map(({ customerCents }) => customerCents));
    const mail = await lastMail();
    expect(mail.text).toContain(`: 2 options, from $${(cheapest / 100).toFixed(2)}.`);
    expect(mail.replyTo).toBe("");
  });

  it("a closed link takes its waiting mail along, and no button brings that back", async () => {
    const id = await made();
    await push(actions.mailQuote, { id, email: "z@quill.example", note: "" });
    const [link] = await odd.inShop((db) => linksOf(db, id, odd.counter, odd.today));
    await push(actions.revokeLink, { linkId: link?.id ?? "" });
    const [closed] = await odd.inShop((db) => linksOf(db, id, odd.counter, odd.today));
    expect(closed?.mail?.status).toBe("stopped");
    const done = await push(actions.sendMailAgain, { mailId: closed?.mailId ?? "" });
    expect(done.message).toMatch(/link in this mail is closed/);
  });

  it("a mail that did not go out is tried again, and one that is sent is not", async () => {
    const id = await made();
    await push(actions.mailQuote, { id, email: "z@quill.example", note: "" });
    const [link] = await odd.inShop((db) => linksOf(db, id, odd.counter, odd.today));
    const mailId = link?.mailId ?? "";
    const become = (data: object) => odd.inShop((db) => db.mail.updateMany({ where: { id: mailId }, data }));
    const became = async () =>
      (await odd.inShop((db) => db.mail.findFirstOrThrow({ where: { id: mailId } }))).status;
    await become({ status: "failed", problem: "refused", reply: "550 no such user" });
    const done = await push(actions.sendMailAgain, { mailId });
    expect(done).toMatchObject({
      to: `/${odd.slug}/quotes/${id}`,
      message: "Trying again to reach z@quill.example.",
    });
    expect(await became()).toBe("waiting");
    expect(await audited()).toEqual({ action: "quote.mail.again", subject: id });
    await become({ status: "sent" });
    await push(actions.sendMailAgain, { mailId });
    expect(await became()).toBe("sent");
  });
});

describe("the links of a quote", () => {
  it("are listed the newest first, ten at most, with an address while they open", async () => {
    const [id, beside] = [await made(), await made()];
    await odd.inShop((db) =>
      db.quoteLink.createMany({
        data: Array.from({ length: 11 }, (_, n) => ({
          quoteId: id,
          expiresOn: midnightOf(addDays(odd.today, n === 10 ? 0 : -1)),
          revokedAt: n === 9 ? new Date() : null,
          createdAt: new Date(Date.UTC(2026, 0, n + 1)),
        })),
      }),
    );
    await push(actions.shareQuote, { id: beside });
    const links = await odd.inShop((db) => linksOf(db, id, odd.counter, odd.today));
    expect(links.map(({ createdAt }) => createdAt.getUTCDate())).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect(links.map(({ address }) => address !== null)).toEqual([true, ...Array(9).fill(false)]);
    const open = { expiresOn: midnightOf(odd.today), revokedAt: null };
    expect([isOpen(open, odd.today), isOpen({ ...open, revokedAt: new Date() }, odd.today)]).toEqual([
      true,
      false,
    ]);
    expect(isOpen(open, addDays(odd.today, 1))).toBe(false);
  });

  it("are closed one by one", async () => {
    const id = await made();
    for (let links = 0; links < 2; links++) await push(actions.shareQuote, { id });
    const [newest, older] = await odd.inShop((db) => linksOf(db, id, odd.counter, odd.today));
    const done = await press(odd.counter, actions.revokeLink, { linkId: newest?.id ?? "" });
    expect(done).toMatchObject({
      to: `/${odd.slug}/quotes/${id}`,
      message: "That link opens nothing any more.",
    });
    expect(await audited()).toEqual({ action: "quote.link.revoke", subject: id });
    const after = await odd.inShop((db) => linksOf(db, id, odd.counter, odd.today));
    expect(after.map(({ revokedAt, address }) => [revokedAt !== null, address !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(after[1]?.id).toBe(older?.id);
  });

  it("were opened when the first of them was", () => {
    const at = (day: number | null) => ({ openedAt: day === null ? null : new Date(day) });
    expect(firstOpened([at(null), at(7), at(3), at(5)])).toEqual(new Date(3));
    expect(firstOpened([at(null)])).toBeNull();
    expect(firstOpened([])).toBeNull();
  });
});

describe("a quote that is booked", () => {
  const visit = (id: string, more: Values = {}): Values => ({
    id,
    day: odd.today,
    timeWindow: "pm",
    street: "3 Quay Street",
    city: "Kyle",
    zip: "78640",
    notes: "Two dogs",
    option: "1",
    choose: "on",
    ...more,
  });

  it("is the option chosen, and a job with its number, and no other quote is", async () => {
    const [id, beside] = [await made({ "offerPrice.dealer": "911.13" }), await made()];
    const before = await read(id);
    const done = await push(actions.bookQuote, visit(id));
    expect(done).toMatchObject({
      to: `/${odd.slug}/quotes/${id}`,
      message: `Accepted. Job #${before.number} is booked.`,
    });
    expect(await audited()).toEqual({ action: "quote.book", subject: id });
    const quote = await read(id);
    const { id: _, quoteId: __, tenantId: ___, position: ____, lines, ...stands } = before.options[1]!;
    expect(quote).toMatchObject({ ...stands, status: "accepted", grade: "dealer" });
    expect(quote.acceptedAt?.getTime()).toBeGreaterThan(Date.now() - 600_000);
    expect(quote.lines.map(({ id: _, quoteId: __, tenantId: ___, ...line }) => line)).toEqual(lines);
    expect(quote.jobs).toMatchObject([
      {
        number: before.number,
        status: "scheduled",
        customerId: quote.customerId,
        vehicleId: quote.vehicleId,
        scheduledOn: midnightOf(odd.today),
        timeWindow: "pm",
        place: "mobile",
        street: "3 Quay Street",
        city: "Kyle",
        zip: "78640",
        dayRequested: false,
        reschedules: 0,
        notes: "Two dogs",
      },
    ]);
    expect((await read(beside)).status).toBe("draft");
    expect((await push(actions.bookQuote, visit(id, { option: "3" }))).message).toMatch(
      /can't be booked any more/,
    );
  });

  it("in the shop has no address, and without options stands as it is", async () => {
    const id = await made({ place: "shop", offer: "oee" });
    const before = await read(id);
    await push(actions.bookQuote, visit(id, { option: "", choose: "" }));
    const { jobs, lines, ...quote } = await read(id);
    expect(jobs).toMatchObject([{ place: "shop", street: "", city: "", zip: "" }]);
    expect(lines).toEqual(before.lines);
    expect(quote.totalCents).toBe(before.totalCents);
  });

  it("is for today up to a year ahead by the shop's clock", async () => {
    const id = await made();
    const on = async (days: number) =>
      (await push(actions.bookQuote, visit(id, { day: addDays(odd.today, days) }))).errors;
    expect(await on(-1)).toEqual({ day: ["Choose today or a later day."] });
    expect(await on(366)).toEqual({ day: ["Choose a day within a year."] });
    expect(await on(365)).toBeUndefined();
  });

  it("asks the street of mobile work, which option, and for what is ready", async () => {
    const id = await made();
    expect((await push(actions.bookQuote, visit(id, { street: "" }))).errors).toHaveProperty("street");
    expect((await push(actions.bookQuote, visit(id, { option: "3" }))).errors).toHaveProperty("option");
    const over = await made({ discount: "150.01" });
    expect((await push(actions.bookQuote, visit(over))).message).toMatch(/approve it first/);
    expect((await read(over)).status).toBe("draft");
  });
});

describe("a quote that is lost", () => {
  it("says why, and no other is; it comes back as a draft without", async () => {
    const [id, beside] = [await made(), await made()];
    const done = await push(actions.loseQuote, { id, reason: "Went elsewhere" });
    expect(done).toMatchObject({ to: `/${odd.slug}/quotes/${id}`, message: "Marked as lost." });
    expect(await read(id)).toMatchObject({ status: "lost", lostReason: "Went elsewhere" });
    expect(await audited()).toEqual({ action: "quote.lose", subject: id });
    expect((await read(beside)).status).toBe("draft");
    expect((await push(actions.loseQuote, { id: beside, reason: "Neighbor" })).errors).toEqual({
      reason: ["Choose a reason."],
    });
    expect((await push(actions.loseQuote, { id, reason: "Went elsewhere" })).message).toMatch(
      /can't be marked as lost any more/,
    );
    const back = await push(actions.reopenQuote, { id });
    expect(back).toMatchObject({ to: `/${odd.slug}/quotes/${id}`, message: "Open again, as a draft." });
    expect(await read(id)).toMatchObject({ status: "draft", lostReason: "" });
    expect(await audited()).toEqual({ action: "quote.reopen", subject: id });
    expect((await push(actions.reopenQuote, { id })).message).toMatch(/can't be reopened any more/);
  });
});

describe("of two who do something to one quote in the same moment", () => {
  const { offerPrice: _, ...choices } = typed;
  const changing =
    (id: string, more: object = {}) =>
    (db: Db) =>
      revise(db, EditQuote.parse({ ...choices, discount: "150.01", ...more, id }), odd.counter);
  const booking = (id: string) => (db: Db) =>
    book(
      db,
      {
        id,
        option: 0,
        choose: true,
        day: midnightOf(odd.today),
        timeWindow: "am",
        street: "1",
        city: "",
        zip: "",
        notes: "",
      },
      odd.counter,
    );
  const told = (second: PromiseSettledResult<unknown>) =>
    second.status === "rejected" ? (second.reason as Error).message : "nothing";

  it("who changes it and who sends it: what is sent is what was saved", async () => {
    const id = await made();
    const { second, waited } = await meet(odd.inShop, changing(id), (db) => send(db, id, odd.counter));
    expect([waited, told(second)]).toEqual([true, expect.stringMatching(/approve it first/)]);
  });

  it("who changes it and who books it: nothing is booked that needs approval", async () => {
    const id = await made();
    const { second, waited } = await meet(odd.inShop, changing(id), booking(id));
    expect([waited, told(second)]).toEqual([true, expect.stringMatching(/approve it first/)]);
  });

  it("who changes it and who approves it: nothing is approved unseen", async () => {
    const id = await made({ discount: "150.01" });
    const allowing = (db: Db) => approve(db, { id, givenAwayCents: 15_001 }, "Olga");
    const { second, waited } = await meet(odd.inShop, changing(id, { discount: "160.01" }), allowing);
    expect([waited, told(second)]).toEqual([true, expect.stringMatching(/changed meanwhile/)]);
    expect((await read(id)).approval).toBe("needed");
  });

  it("who book it twice, who lose it and book it, who reopen it twice: the second is told", async () => {
    const id = await made();
    const twice = await meet(odd.inShop, booking(id), booking(id));
    expect([twice.first.status, twice.waited, told(twice.second)]).toEqual([
      "fulfilled",
      true,
      expect.stringMatching(/can't be booked any more/),
    ]);
    const losing = await made();
    const late = await meet(odd.inShop, booking(losing), (db) => lose(db, losing, "Went elsewhere"));
    expect(told(late.second)).toMatch(/can't be marked as lost any more/);
    const lost = await made();
    await odd.inShop((db) => lose(db, lost, "Went elsewhere"));
    const opening = (db: Db) => reopen(db, lost);
    expect(told((await meet(odd.inShop, opening, opening)).second)).toMatch(/can't be reopened any more/);
  });

  it("who change it on the same edition, the second is told", async () => {
    const id = await made();
    const { editionOf } = await import("@/lib/domain/quotes/edition");
    const edition = editionOf(await read(id));
    const edit = (notes: string) => changing(id, { notes, edition });
    const { second, waited } = await meet(odd.inShop, edit("One"), edit("Two"));
    expect([waited, told(second)]).toEqual([true, expect.stringMatching(/changed or sent meanwhile/)]);
    expect((await read(id)).notes).toBe("One");
  });

  it("who make quotes: numbers have neither gaps nor twins", async () => {
    const { create } = await import("@/lib/domain/quotes/verbs");
    const { NewQuote } = await import("@/lib/domain/quotes/forms");
    const making = (db: Db) => create(db, NewQuote.parse(choices), odd.counter);
    const { first, second, waited } = await meet(odd.inShop, making, making);
    const numbers = [first, second].map((one) => (one.status === "fulfilled" ? one.value.number : 0));
    expect([waited, (numbers[1] ?? 0) - (numbers[0] ?? 0)]).toEqual([true, 1]);
  });
});

it("a job's quote is read with all that hangs on it, each in its order", async () => {
  const line = {
    kind: "kit",
    quantity: 100,
    unitCents: 7,
    totalCents: 7,
    taxable: false,
    rule: "",
    layer: "",
  };
  const { quote, job, customer, vehicle } = await mintJob(odd.inShop, {
    quote: { insurerId: odd.insurers[0].id },
    lines: [
      { ...line, position: 3, description: "Third" },
      { ...line, position: 1, description: "First" },
    ],
  });
  const option = {
    quoteId: quote.id,
    grade: "oee",
    subtotalCents: 1,
    taxCents: 0,
    totalCents: 1,
    customerCents: 1,
    lines: [],
  };
  await odd.inShop(async (db) => {
    await db.quoteOption.create({ data: { ...option, position: 2 } });
    await db.quoteOption.create({ data: { ...option, position: 0 } });
    const again = { number: 80_000, customerId: customer.id, vehicleId: vehicle.id, quoteId: quote.id };
    await db.job.create({
      data: { ...again, scheduledOn: midnightOf(odd.today), createdAt: new Date("2020-01-01") },
    });
    await db.quoteSignature.create({ data: { quoteId: quote.id, name: "Zadie", agreed: {} } });
  });
  expect(await read(quote.id)).toMatchObject({
    validUntil: "2031-05-17",
    customer: { id: customer.id },
    vehicle: { id: vehicle.id },
    insurer: { id: odd.insurers[0].id },
    lines: [{ description: "First" }, { description: "Third" }],
    options: [{ position: 0 }, { position: 2 }],
    signatures: [{ name: "Zadie" }],
    jobs: [{ id: job.id }],
  });
  expect(idsOf((await read(quote.id)).jobs)).toEqual([job.id]);
});
