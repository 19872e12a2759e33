import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { guestToken, readGuestToken } from "@/lib/auth/guest-link";
import { formatCents } from "@/lib/money";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";
import type { Db } from "@/lib/tenancy/tenancy";
import { mintTenant, openTestDatabase, type TestDatabase } from "@/tests/support/database";
import { mailsPosted } from "@/tests/support/mails";
import { meet } from "@/tests/support/meet";
import { EditQuote, NewQuote } from "../forms";
import { firstOpened, linksOf, mailLink, makeLink, revoke } from "../links";
import { offered } from "../options";
import { getQuote, listQuotes } from "../queries";
import { approve, create, revise, send } from "../verbs";
import { seenByCustomer } from "./seen";
import { SignQuote, sign } from "./verbs";

let database: TestDatabase;
let kernel: Kernel;
let shop: TenantId;
let other: TenantId;
let owner: Actor;
let counter: Actor;
const inShop = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(shop, run);

const typed = {
  customerName: "José Núñez",
  phone: "512 555 0177",
  year: "2021",
  make: "Toyota",
  model: "RAV4",
  work: "windshield",
  nags: "DW02501GTYN",
  place: "shop",
  payer: "cash",
};
const several = { ...typed, offer: ["oee", "dealer"], offerPrice: { dealer: "900" } };
const make = (form: object, by = counter) => inShop((db) => create(db, NewQuote.parse(form), by));
const read = (id: string) => inShop((db) => getQuote(db, id));
const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
const form = (more = {}) => SignQuote.parse({ name: "José Núñez", day: tomorrow, timeWindow: "am", ...more });
const linkTo = async (id: string) => (await inShop((db) => makeLink(db, id, counter))).link.id;
const signing = (linkId: string, more = {}) =>
  inShop(async (db) => {
    const seal = (await seenByCustomer(db, linkId)).quote?.seal;
    return sign(db, linkId, form({ seal, ...more }), "a browser");
  });
const seen = (linkId: string) => inShop((db) => seenByCustomer(db, linkId));

async function furnish(db: Db) {
  const rules = { create: [{ pattern: "DW02501GTYN", kind: "discount", bps: 5_500 }] };
  await db.pricingProfile.create({
    data: { name: "Cash", payer: "cash", laborCents: 6_000, kitCents: 2_500, rules },
  });
  await db.taxRate.create({ data: { name: "Texas", ratePpm: 82_500 } });
  await db.shopSettings.create({ data: { discountLimitBps: 1_000 } });
}

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of at least thirty-two characters");
  vi.stubEnv("NEXTAUTH_URL", "https://glass.example");
  database = await openTestDatabase();
  kernel = database.open();
  shop = await mintTenant(kernel);
  other = await mintTenant(kernel);
  await inShop(furnish);
  const person = { tenantId: shop, timeZone: "America/Chicago" };
  counter = { ...person, role: "counter", userName: "Cora Counter" } as Actor;
  owner = { ...person, role: "owner", userName: "Olga Owner" } as Actor;
});
afterAll(() => database.close());

describe("several kinds of glass on one quote", () => {
  it("are priced each, and the quote stands as the one that was chosen first", async () => {
    const quote = await read((await make(several)).id);
    expect(quote.options.map(({ grade }) => grade)).toEqual(["aftermarket", "oee", "dealer"]);
    expect(quote).toMatchObject({ grade: "aftermarket", totalCents: quote.options[0]?.totalCents });
    const dealer = offered(quote).find(({ grade }) => grade === "dealer");
    expect(dealer?.lines[0]).toMatchObject({ kind: "glass", totalCents: 90_000, layer: "manual" });
    expect(dealer?.subtotalCents).toBe(quote.subtotalCents - 32_400 + 90_000);
  });

  it("ask for a look where list prices can't tell two grades apart", async () => {
    const quote = await read((await make(several)).id);
    expect(quote.options[1]?.reviews).toEqual([expect.stringMatching(/same price as aftermarket/)]);
    expect(quote.reviews).toEqual([]);
  });

  it("come back to be edited, and go when nothing else is offered", async () => {
    const { id } = await make(several);
    await inShop((db) => revise(db, EditQuote.parse({ ...typed, id }), counter));
    expect((await read(id)).options).toEqual([]);
  });
});

describe("what is taken off by hand", () => {
  const cheap = { ...typed, discount: "150", discountReason: "Price match" };

  it("within the limit needs nobody", async () => {
    const quote = await read((await make({ ...cheap, discount: "20" })).id);
    expect(quote).toMatchObject({ approval: "none", givenAwayCents: 2_000 });
  });

  it("over it neither goes out nor gets a link until somebody who may approves it", async () => {
    const { id } = await make(cheap);
    expect(await read(id)).toMatchObject({ approval: "needed", givenAwayCents: 15_000 });
    await expect(inShop((db) => send(db, id, counter))).rejects.toThrow(/approve/);
    await expect(linkTo(id)).rejects.toThrow(/approve/);
    const waiting = () => inShop((db) => listQuotes(db, "", "approve", { skip: 0, take: 50 }));
    expect((await waiting()).rows.map((row) => row.id)).toContain(id);
    await inShop((db) => approve(db, { id, givenAwayCents: 15_000 }, owner.userName));
    expect((await waiting()).rows.map((row) => row.id)).not.toContain(id);
    await linkTo(id);
    expect(await read(id)).toMatchObject({ status: "sent", approval: "approved", approvedBy: "Olga Owner" });
  });

  it("is not approved unseen: more taken off meanwhile, or nothing to approve", async () => {
    const { id } = await make(cheap);
    const approving = () => inShop((db) => approve(db, { id, givenAwayCents: 15_000 }, owner.userName));
    await inShop((db) => revise(db, EditQuote.parse({ ...cheap, discount: "300", id }), counter));
    await expect(approving()).rejects.toThrow(/changed meanwhile/);
    expect((await read(id)).approval).toBe("needed");
    await inShop((db) => revise(db, EditQuote.parse({ ...typed, id }), counter));
    await expect(approving()).rejects.toThrow(/changed meanwhile/);
    expect(await read(id)).toMatchObject({ approval: "none", approvedBy: "" });
  });

  it("counts a price of the glass set lower, on any of the options", async () => {
    const quote = await read((await make({ ...typed, glassPrice: "100" })).id);
    expect(quote).toMatchObject({ approval: "needed", givenAwayCents: 22_400 });
    const option = { ...typed, offer: "oee", offerPrice: { oee: "100" } };
    expect((await read((await make(option)).id)).approval).toBe("needed");
  });

  it("is approved by an owner's own doing, and asks anew when the counter edits", async () => {
    const { id } = await make(cheap, owner);
    expect(await read(id)).toMatchObject({ approval: "approved", approvedBy: "Olga Owner" });
    await inShop((db) => revise(db, EditQuote.parse({ ...cheap, id }), counter));
    expect((await read(id)).approval).toBe("needed");
  });
});

describe("what a customer sees by a link", () => {
  it("is the quote, and nothing of the shop's own business", async () => {
    const { id } = await make({ ...several, notes: "Haggles." });
    const { standing, quote, ...rest } = await seen(await linkTo(id));
    expect(standing).toBe("open");
    expect(quote?.options).toHaveLength(3);
    const told = JSON.stringify({ quote, rest });
    for (const secret of ["Haggles", "costCents", "off list", "DW02501GTYN 55", shop, "by hand"])
      expect(told).not.toContain(secret);
  });

  it("is noted once", async () => {
    const { id } = await make(typed);
    const link = await linkTo(id);
    await seen(link);
    const [first] = await inShop((db) => linksOf(db, id, counter, "2020-01-01"));
    await seen(link);
    const [second] = await inShop((db) => linksOf(db, id, counter, "2020-01-01"));
    expect(first?.openedAt).toBeInstanceOf(Date);
    expect(second?.openedAt).toEqual(first?.openedAt);
  });

  it("is not noted where the shop's own people look, nor where there is nothing to see", async () => {
    const { id } = await make(typed);
    const [looked, closed] = [await linkTo(id), await linkTo(id)];
    const opened = async () => firstOpened(await inShop((db) => linksOf(db, id, counter, "2020-01-01")));
    const { quote } = await inShop((db) => seenByCustomer(db, looked, true));
    expect(quote).not.toBeNull();
    await inShop((db) => revoke(db, closed));
    await seen(closed);
    expect(await opened()).toBeNull();
    await seen(looked);
    expect(await opened()).toBeInstanceOf(Date);
  });

  it("of a closed link, an expired one and a lost quote is the shop alone", async () => {
    const { id } = await make(typed);
    const [closed, expired, lost] = [await linkTo(id), await linkTo(id), await linkTo(id)];
    await inShop((db) => revoke(db, closed));
    await inShop((db) =>
      db.quoteLink.updateMany({ where: { id: expired }, data: { expiresOn: new Date("2020-01-01") } }),
    );
    expect(await seen(closed)).toMatchObject({ standing: "closed", quote: null });
    expect(await seen(expired)).toMatchObject({ standing: "closed", quote: null });
    expect((await seen(lost)).standing).toBe("open");
    await inShop((db) => db.quote.updateMany({ where: { id }, data: { status: "lost" } }));
    expect(await seen(lost)).toMatchObject({ standing: "closed", quote: null });
    for (const link of [closed, expired, lost]) await expect(signing(link)).rejects.toThrow(/no longer open/);
  });

  it("while the shop changes it is nothing, and can't be signed", async () => {
    const { id } = await make(typed);
    const link = await linkTo(id);
    await inShop((db) => revise(db, EditQuote.parse({ ...typed, id }), counter));
    expect(await seen(link)).toMatchObject({ standing: "changing", quote: null });
    await expect(signing(link)).rejects.toThrow(/changing/);
  });

  it("is nothing in another shop: the same id there was never a link", async () => {
    const { id } = await make(typed);
    const link = await linkTo(id);
    const there = <Result>(run: (db: Db) => Promise<Result>) => kernel.withTenant(other, run);
    await expect(there((db) => seenByCustomer(db, link))).rejects.toMatchObject({ name: "NotFound" });
    await expect(there((db) => sign(db, link, form(), ""))).rejects.toMatchObject({ name: "NotFound" });
    expect(readGuestToken(guestToken({ tenantId: shop }, link))).toEqual({ tenantId: shop, id: link });
  });
});

describe("a signature", () => {
  it("makes the chosen option the quote and the quote a work order, once", async () => {
    const { id, number } = await make(several);
    const link = await linkTo(id);
    const tries = await Promise.allSettled([
      signing(link, { option: "2", drawing: "M10 10L20 20", texts: "on" }),
      signing(link, { option: "2" }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const quote = await read(id);
    expect(quote).toMatchObject({
      status: "accepted",
      grade: "dealer",
      totalCents: quote.options[2]?.totalCents,
    });
    expect(quote.lines[0]).toMatchObject({ kind: "glass", totalCents: 90_000 });
    expect(quote.jobs).toMatchObject([{ number, status: "scheduled", dayRequested: true }]);
    expect(quote.signatures).toMatchObject([
      {
        name: "José Núñez",
        userAgent: "a browser",
        agreed: { grade: "dealer", totalCents: quote.totalCents },
      },
    ]);
    expect(await seen(link)).toMatchObject({
      standing: "accepted",
      quote: { options: [{ grade: "dealer" }] },
    });
  });

  it("is told to the shop, and the customer has a copy of what they agreed to", async () => {
    await inShop((db) => db.tenant.updateMany({ data: { email: "desk@example.com" } }));
    const { id, number } = await make(several);
    const link = (await inShop((db) => makeLink(db, id, counter, "jose@example.com"))).link.id;
    await signing(link, { option: "2" });
    const mails = (await inShop(mailsPosted)).slice(-2);
    const { totalCents } = await read(id);
    expect(mails.map(({ to }) => to)).toEqual(["desk@example.com", "jose@example.com"]);
    expect(mails[0]?.text).toContain(`/quotes/${id}`);
    const copy = mails[1]?.text ?? "";
    expect(mails[1]?.subject).toContain(`#${number}`);
    for (const words of [
      "dealer glass",
      `Total: ${formatCents(totalCents)}`,
      "I accept this quote",
      "José Núñez",
    ])
      expect(copy).toContain(words);
    await inShop((db) => db.tenant.updateMany({ data: { email: "" } }));
    const quiet = await linkTo((await make(typed)).id);
    await signing(quiet);
    expect((await inShop(mailsPosted)).map(({ to }) => to)).not.toContain("");
  });

  it("stands under nothing that the customer has not seen", async () => {
    const { id } = await make(typed);
    const link = await linkTo(id);
    const seal = (await seen(link)).quote?.seal;
    await inShop((db) => revise(db, EditQuote.parse({ ...typed, glassPrice: "900", id }), owner));
    await inShop((db) => send(db, id, counter));
    await expect(signing(link, { seal })).rejects.toThrow(/has changed this quote/);
    await signing(link);
    expect((await read(id)).signatures).toHaveLength(1);
  });

  it("is none for $0 while the deductible is not known", async () => {
    const insurer = await inShop((db) => db.insurer.findFirstOrThrow());
    const insured = { ...typed, payer: "insurance", insurerId: insurer.id };
    await expect(linkTo((await make(insured)).id)).rejects.toThrow(/deductible/);
    const link = await linkTo((await make({ ...insured, deductible: "100" })).id);
    expect((await seen(link)).quote?.options[0]?.customerCents).toBe(10_000);
  });

  it("stands under the terms and the number for texts that the customer saw", async () => {
    const { id } = await make(typed);
    const link = await linkTo(id);
    const customerId = (await read(id)).customer.id;
    const texting = (phone: string) =>
      inShop((db) => db.customer.updateMany({ where: { id: customerId }, data: { phone } }));
    const seal = (await seen(link)).quote?.seal;
    await texting("+15125550199");
    await expect(signing(link, { seal, texts: "on" })).rejects.toThrow(/has changed this quote/);
    await texting("+15125550177");
    await inShop((db) => db.shopPaper.create({ data: { terms: "Paid in advance." } }));
    await expect(signing(link, { seal })).rejects.toThrow(/has changed this quote/);
    await signing(link);
    expect((await read(id)).signatures).toHaveLength(1);
  });

  it("waits for a change that is being saved, and then is none", async () => {
    const { id } = await make(several);
    const link = await linkTo(id);
    const edit = EditQuote.parse({ ...typed, discount: "300", discountReason: "x", id });
    const seal = (await seen(link)).quote?.seal;
    const { second, waited } = await meet(
      inShop,
      (db) => revise(db, edit, counter),
      (db) => sign(db, link, form({ seal, option: "2" }), "a browser"),
    );
    expect(waited).toBe(true);
    expect(second).toMatchObject({ reason: { message: expect.stringMatching(/is changing this quote/) } });
    expect(await read(id)).toMatchObject({ status: "draft", approval: "needed", jobs: [] });
  });

  it("is for a day within a year", async () => {
    const link = await linkTo((await make(typed)).id);
    await expect(signing(link, { day: "9999-12-31" })).rejects.toThrow("Choose a day within a year.");
    await expect(signing(link, { day: "2020-01-01" })).rejects.toMatchObject({ field: "day" });
  });

  it("asks which of several, and takes none that is not there", async () => {
    const link = await linkTo((await make(several)).id);
    await expect(signing(link)).rejects.toMatchObject({ field: "option" });
    await expect(signing(link, { option: "7" })).rejects.toMatchObject({ field: "option" });
  });

  it("keeps consent to texts only where the customer gave it, in its words", async () => {
    const consents = (id: string) =>
      inShop(async (db) =>
        db.textConsent.findMany({ where: { customerId: (await getQuote(db, id)).customerId } }),
      );
    const [silent, ticked] = [await make(typed), await make(typed)];
    await signing(await linkTo(silent.id));
    await signing(await linkTo(ticked.id), { texts: "on" });
    expect(await consents(silent.id)).toEqual([]);
    expect(await consents(ticked.id)).toMatchObject([
      {
        phone: "+15125550177",
        given: true,
        source: `quote ${ticked.number}`,
        wording: expect.stringMatching(/STOP/),
      },
    ]);
  });

  it("can't be altered afterwards, not even by the shop", async () => {
    const { id } = await make(typed);
    await signing(await linkTo(id));
    await expect(
      inShop((db) =>
        db.quoteSignature.updateMany({ where: { quoteId: id }, data: { name: "Somebody Else" } }),
      ),
    ).rejects.toThrow();
    await expect(inShop((db) => db.quoteSignature.deleteMany({ where: { quoteId: id } }))).rejects.toThrow();
  });

  it.each([
    [{ name: "" }, "name"],
    [{ day: "soon" }, "day"],
    [{ zip: "123" }, "zip"],
    [{ drawing: 'M1 1"/><script>' }, "drawing"],
  ])("refuses %j beside its field", (more, field) => {
    const read = SignQuote.safeParse({ name: "José", day: tomorrow, timeWindow: "am", ...more });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it("says everything that is missing at once: the glass, the day, the street, the name", () => {
    const read = SignQuote.safeParse({ choose: "on", street: "", timeWindow: "am" });
    const missing = read.error?.issues.map(({ path }) => path[0]);
    expect(missing?.sort()).toEqual(["day", "name", "option", "street"]);
  });
});

it("the mail brings the link and the price, answers go to the shop, and its address is kept", async () => {
  const { id, number } = await make(several);
  const letter = { email: "jose@example.com", note: "As promised." };
  await inShop((db) => mailLink(db, id, letter, counter));
  const mail = (await inShop(mailsPosted)).at(-1);
  expect(mail).toMatchObject({ to: "jose@example.com", subject: expect.stringContaining(`#${number}`) });
  expect(mail?.text).toMatch(
    /As promised[\s\S]*3 options, from \$[\s\S]*https:\/\/glass\.example\/quote\/[\w-]{64}\n/,
  );
  expect((await read(id)).customer.email).toBe("jose@example.com");
  const [link] = await inShop((db) => linksOf(db, id, counter, "2020-01-01"));
  expect(link?.mail).toMatchObject({ recipient: "jose@example.com", status: "waiting" });
});
