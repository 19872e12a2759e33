import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { guestToken } from "@/lib/auth/guest-link";
import { addDays, formatDate, midnightOf } from "@/lib/dates";
import { NewQuote } from "@/lib/domain/quotes/forms";
import { makeLink } from "@/lib/domain/quotes/links";
import { getQuote } from "@/lib/domain/quotes/queries";
import { quoteOfLink, seenByCustomer } from "@/lib/domain/quotes/signing/seen";
import { create } from "@/lib/domain/quotes/verbs";
import { formatCents } from "@/lib/money";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TestDatabase } from "@/tests/support/database";
import { lastAudit, playDoors, pressAsGuest } from "@/tests/support/doors";
import { type Furnished, openFurnished } from "@/tests/support/furnished";
import { mailsPosted } from "@/tests/support/mails";
import { meet } from "@/tests/support/meet";
import { makePng } from "@/tests/support/pictures";

vi.stubEnv("NEXTAUTH_SECRET", "a secret of at least thirty-two characters");
vi.stubEnv("NEXTAUTH_URL", "https://glass.example");
playDoors();
const { signQuote } = await import("./actions");

let database: TestDatabase;
let kernel: Kernel;
let odd: Furnished;
let insured: Record<string, unknown>;
let day: string;

beforeAll(async () => {
  ({ database, kernel, odd } = await openFurnished());
  day = addDays(odd.today, 9);
  insured = {
    customerName: "Zadie Quill",
    phone: "(737) 555-0163",
    year: "2021",
    make: "Toyota",
    model: "RAV4",
    work: "windshield",
    nags: "DW02501GTYN",
    place: "mobile",
    workZip: "78620",
    payer: "insurance",
    insurerId: odd.insurers[0].id,
    deductible: "100.07",
    offer: ["oee", "dealer"],
    offerPrice: { dealer: "911.13", oee: "801.17" },
    notes: "Haggles.",
  };
});
afterAll(() => database.close());

const make = async (more: object = {}) =>
  (await odd.inShop((db) => create(db, NewQuote.parse({ ...insured, ...more }), odd.owner))).id;
const linkTo = async (id: string, email = "") =>
  (await odd.inShop((db) => makeLink(db, id, odd.counter, email))).link.id;
const read = (id: string) => odd.inShop((db) => getQuote(db, id));
const seen = (linkId: string) => odd.inShop((db) => seenByCustomer(db, linkId));
const drawing = "M10 10L20 27";
const sign = async (linkId: string, more: Record<string, string> = {}) => {
  const { quote } = await seen(linkId);
  const visit = { day, timeWindow: "pm", street: "3 Quay Street", city: "Kyle", zip: "78640", notes: "Dogs" };
  const values = { ...visit, name: "Zadie Q.", option: "1", choose: "on", seal: quote?.seal ?? "", ...more };
  return pressAsGuest(guestToken({ tenantId: odd.shop }, linkId), signQuote, values);
};
const mailsAbout = async (id: string) =>
  (await odd.inShop(mailsPosted)).filter(({ attachment }) => attachment?.id === id);
const consents = (customerId: string) =>
  odd.inShop((db) => db.textConsent.findMany({ where: { customerId }, omit: { tenantId: true } }));

describe("an insured customer who signs", () => {
  it("agrees to their own share, and all of it is kept beside their name", async () => {
    const id = await make();
    const linkId = await linkTo(id, "zadie@quill.example");
    const before = await read(id);
    const done = await sign(linkId, { drawing, texts: "on" });
    const when = `${formatDate(day, odd.today)}, afternoon`;
    expect(done).toEqual({ message: `Thank you. Odd Glass will confirm ${when}.` });
    const quote = await read(id);
    const option = before.options[1]!;
    expect(option.customerCents).toBe(10_007);
    expect(option.insurerCents).toBe(option.totalCents - 10_007);
    const lines = option.lines as { description: string; quantity: number; totalCents: number }[];
    const { id: _, signedAt, tenantId: __, ...kept } = quote.signatures[0]!;
    expect(kept).toEqual({
      quoteId: id,
      name: "Zadie Q.",
      drawing,
      email: "zadie@quill.example",
      userAgent: "a browser",
      agreed: {
        wording: "I accept this quote, I pay $100.07 of it, and I ask Odd Glass to do the work.",
        grade: "oee",
        taxCents: option.taxCents,
        totalCents: option.totalCents,
        customerCents: 10_007,
        insurerCents: option.totalCents - 10_007,
        lines: lines.map(({ description, quantity, totalCents }) => ({ description, quantity, totalCents })),
      },
    });
    expect(signedAt.getTime()).toBeGreaterThan(Date.now() - 600_000);
    expect(quote).toMatchObject({
      status: "accepted",
      grade: "oee",
      totalCents: option.totalCents,
      insurerCents: option.insurerCents,
      jobs: [
        {
          scheduledOn: midnightOf(day),
          timeWindow: "pm",
          street: "3 Quay Street",
          city: "Kyle",
          zip: "78640",
          notes: "Dogs",
          dayRequested: true,
          place: "mobile",
        },
      ],
    });
    expect(await consents(quote.customerId)).toMatchObject([
      {
        customerId: quote.customerId,
        phone: "+17375550163",
        given: true,
        source: `quote ${quote.number}`,
        wording:
          "Odd Glass may text me about this job at the number ending in 0163. Message and data rates may apply; reply STOP to end them. I can accept without this.",
      },
    ]);
    expect(await lastAudit(kernel, odd.shop)).toEqual({
      action: "quote.sign",
      subject: id,
      userName: "Customer",
      detail: { grade: "oee", name: "Zadie Q.", day, timeWindow: "pm", texts: true },
    });
    const [toShop, copy, ...more] = await mailsAbout(id);
    expect(more).toEqual([]);
    const attachment = { kind: "quote.pdf", id };
    expect(toShop).toEqual({
      to: "desk@odd.example",
      subject: `Quote #${quote.number} is accepted`,
      text: [
        `Zadie Quill accepted quote #${quote.number} for the 2021 Toyota RAV4: ${formatCents(option.totalCents)}.`,
        `They wish for ${when}. Confirm the day or move it:`,
        `https://glass.example/${odd.slug}/quotes/${id}`,
      ].join("\n\n"),
      from: "",
      replyTo: "",
      attachment,
    });
    const { text = "", ...head } = copy ?? {};
    expect(head).toEqual({
      to: "zadie@quill.example",
      subject: `Your copy: quote #${quote.number} from Odd Glass`,
      from: "Odd Glass",
      replyTo: "desk@odd.example",
      attachment,
    });
    expect(text.split("\n\n").slice(0, 5)).toEqual([
      "Hello Zadie Quill,",
      `thank you. Odd Glass has your work order for the 2021 Toyota RAV4 and will confirm ${when}.`,
      "What you agreed to, oee glass:",
      [
        ...lines.map(
          (line) =>
            `${line.description}: ${line.totalCents === 0 ? "included" : formatCents(line.totalCents)}`,
        ),
        `Tax: ${formatCents(option.taxCents)}`,
        `Total: ${formatCents(option.totalCents)}`,
        `Your insurer pays: ${formatCents(option.insurerCents)}`,
        "You pay: $100.07",
      ].join("\n"),
      '"I accept this quote, I pay $100.07 of it, and I ask Odd Glass to do the work." Signed: Zadie Q.',
    ]);
    expect(text).toContain("Odd Glass\n17 Odd Lane");
  });

  it("gives no word on texts unasked, nor without a number", async () => {
    const silent = await make();
    await sign(await linkTo(silent));
    expect(await consents((await read(silent)).customerId)).toEqual([]);
    const numberless = await make();
    const { customerId } = await read(numberless);
    await odd.inShop((db) => db.customer.updateMany({ where: { id: customerId }, data: { phone: "" } }));
    await sign(await linkTo(numberless), { texts: "on" });
    expect((await read(numberless)).status).toBe("accepted");
    expect(await consents(customerId)).toEqual([]);
  });

  it("with one kind of glass, paying alone: nothing of an insurer or of kinds is said, and the copy goes to the customer's own address", async () => {
    const id = await make({ payer: "cash", offer: [], offerPrice: {} });
    const { customerId } = await read(id);
    await odd.inShop((db) =>
      db.customer.updateMany({ where: { id: customerId }, data: { email: "own@quill.example" } }),
    );
    await odd.inShop((db) => db.tenant.updateMany({ data: { email: "" } }));
    await sign(await linkTo(id), { option: "", choose: "" });
    const mails = await mailsAbout(id);
    await odd.inShop((db) => db.tenant.updateMany({ data: { email: "desk@odd.example" } }));
    expect(mails.map(({ to }) => to)).toEqual(["own@quill.example"]);
    expect(mails[0]?.text).not.toMatch(/insurer|glass:/);
    expect(mails[0]?.text).toContain("What you agreed to:");
    expect(mails[0]?.replyTo).toBe("");
    const { totalCents, signatures } = await read(id);
    expect(mails[0]?.text).toContain(`You pay: ${formatCents(totalCents)}`);
    expect(signatures[0]?.email).toBe("");
  });

  it("is told what stands against it", async () => {
    const id = await make();
    const linkId = await linkTo(id);
    expect((await sign(linkId, { seal: "other" })).message).toMatch(/has changed this quote since/);
    expect((await sign(linkId, { day: addDays(odd.today, -1) })).errors).toHaveProperty("day");
    expect((await sign(linkId, { street: "" })).errors).toHaveProperty("street");
    await sign(linkId);
    expect((await sign(linkId)).message).toBe("This quote is accepted already.");
  });
});

describe("what the customer sees", () => {
  it("of what they may sign is each option's shares, lines without the shop's own business, and where the work is", async () => {
    const id = await make();
    const linkId = await linkTo(id);
    await odd.inShop(async (db) => {
      await db.shopPaper.create({ data: { terms: "Due at once.", brandColor: "#224466", taxId: "EIN 17" } });
      await db.vehicle.updateMany({ data: { vin: "1HGCM82633A004352" } });
    });
    const stored = await read(id);
    const page = await seen(linkId);
    const { quote } = page;
    expect(page).toMatchObject({
      standing: "open",
      today: odd.today,
      from: {
        name: "Odd Glass",
        terms: "Due at once.",
        brandColor: "#224466",
        taxId: "EIN 17",
        logo: null,
        demo: false,
      },
    });
    expect(quote).toMatchObject({
      payer: "insurance",
      mobile: true,
      number: stored.number,
      validUntil: addDays(odd.today, 17),
      customer: "Zadie Quill",
      phone: "+17375550163",
      address: { street: "", city: "Dripping Springs", zip: "78620" },
      car: "2021 Toyota RAV4",
      vin: "1HGCM82633A004352",
      work: "Replacement: windshield",
      where: "Mobile: we come to you, ZIP 78620",
      signature: null,
      timeZone: odd.owner.timeZone,
      job: null,
    });
    const byPrice = [...stored.options].sort((a, b) => a.totalCents - b.totalCents);
    expect(quote?.options.map(({ lines: _, ...option }) => option)).toEqual(
      byPrice.map(
        ({ position, grade, subtotalCents, taxCents, totalCents, insurerCents, customerCents }) => ({
          option: position,
          grade,
          subtotalCents,
          taxCents,
          totalCents,
          insurerCents,
          customerCents,
        }),
      ),
    );
    const [own] = stored.lines;
    expect(quote?.options.find(({ option }) => option === 0)?.lines[0]).toEqual({
      key: `glass ${own?.description} DW02501GTYN`,
      kind: "glass",
      description: own?.description,
      nagsNumber: "DW02501GTYN",
      quantity: own?.quantity,
      unitCents: own?.unitCents,
      totalCents: own?.totalCents,
      rule: "",
      layer: "",
    });
    const hours = stored.lines.find(({ kind }) => kind === "labour");
    expect(hours?.rule).toMatch(/an hour/);
    const told = quote?.options[0]?.lines.find(({ kind }) => kind === "labour");
    expect(told?.rule).toMatch(/^an hour( included)?$/);
  });

  it("of what is accepted is what they chose alone, their job, and no day of one called off", async () => {
    const id = await make();
    const linkId = await linkTo(id);
    await sign(linkId, { drawing });
    const { number } = await read(id);
    const page = await seen(linkId);
    expect(page).toMatchObject({
      standing: "accepted",
      quote: {
        options: [{ option: null, grade: "oee", customerCents: 10_007 }],
        signature: { name: "Zadie Q.", drawing },
        job: { number, day, timeWindow: "pm", requested: true },
      },
    });
    for (const status of ["cancelled", "void"] as const) {
      await odd.inShop((db) => db.job.updateMany({ where: { quoteId: id }, data: { status } }));
      expect((await seen(linkId)).quote?.job).toMatchObject({ number, day: null });
    }
  });

  it("is sealed anew by any change of what they agree to, and by no other", async () => {
    const id = await make();
    const linkId = await linkTo(id);
    const seal = async () => (await seen(linkId)).quote?.seal;
    const first = await seal();
    await odd.inShop((db) => db.quote.updateMany({ where: { id }, data: { notes: "Else" } }));
    expect(await seal()).toBe(first);
    const changes: object[] = [
      { taxCents: 1 },
      { insurerCents: 1 },
      { customerCents: 1 },
      { totalCents: 17 },
    ];
    const seals = new Set([first]);
    for (const data of changes) {
      await odd.inShop((db) => db.quoteOption.updateMany({ where: { quoteId: id, position: 1 }, data }));
      seals.add(await seal());
    }
    const { customerId } = await read(id);
    await odd.inShop((db) =>
      db.customer.updateMany({ where: { id: customerId }, data: { phone: "+15125550111" } }),
    );
    seals.add(await seal());
    await odd.inShop((db) => db.shopPaper.updateMany({ data: { terms: "Other terms." } }));
    seals.add(await seal());
    await odd.inShop((db) => db.quote.updateMany({ where: { id }, data: { place: "shop" } }));
    seals.add(await seal());
    expect(seals.size).toBe(changes.length + 4);
  });

  it("ends with the quote's last day and with the link's, by the shop's clock", async () => {
    const id = await make();
    const linkId = await linkTo(id);
    const standing = async () => (await odd.inShop((db) => quoteOfLink(db, linkId))).standing;
    const quoteUntil = (until: string) =>
      odd.inShop((db) => db.quote.updateMany({ where: { id }, data: { validUntil: midnightOf(until) } }));
    const linkUntil = (until: string) =>
      odd.inShop((db) =>
        db.quoteLink.updateMany({ where: { quoteId: id }, data: { expiresOn: midnightOf(until) } }),
      );
    await quoteUntil(odd.today);
    await linkUntil(odd.today);
    expect(await standing()).toBe("open");
    await quoteUntil(addDays(odd.today, -1));
    expect(await standing()).toBe("closed");
    await quoteUntil(odd.today);
    await linkUntil(addDays(odd.today, -1));
    expect(await standing()).toBe("closed");
    await linkUntil(odd.today);
    await odd.inShop((db) =>
      db.quoteOption.updateMany({ where: { quoteId: id, position: 1 }, data: { totalCents: 0 } }),
    );
    expect(await standing()).toBe("changing");
    await odd.inShop((db) => db.quote.updateMany({ where: { id }, data: { status: "lost" } }));
    expect(await standing()).toBe("closed");
    expect(await seen(linkId)).toMatchObject({ quote: null, from: { name: "Odd Glass" } });
  });

  it("is noted by the first look at it, with this link alone", async () => {
    const id = await make();
    const [linkId, beside] = [await linkTo(id), await linkTo(id)];
    const opened = async () => {
      const links = await odd.inShop((db) => db.quoteLink.findMany({ where: { quoteId: id } }));
      return [linkId, beside].map((one) => links.find((link) => link.id === one)?.openedAt ?? null);
    };
    await odd.inShop((db) => db.quote.updateMany({ where: { id }, data: { status: "draft" } }));
    expect((await seen(linkId)).standing).toBe("changing");
    const [first] = await opened();
    expect(first?.getTime()).toBeGreaterThan(Date.now() - 600_000);
    await seen(linkId);
    expect(await opened()).toEqual([first, null]);
  });

  it("is noted by the first of two who look in the same moment", async () => {
    const linkId = await linkTo(await make());
    const look = (db: Parameters<typeof seenByCustomer>[0]) => seenByCustomer(db, linkId);
    const opened = (db: Parameters<typeof seenByCustomer>[0]) =>
      db.quoteLink.findFirstOrThrow({ where: { id: linkId }, select: { openedAt: true } });
    const { first, waited } = await meet(
      odd.inShop,
      async (db) => {
        await look(db);
        return opened(db);
      },
      look,
    );
    expect([waited, first]).toMatchObject([true, { value: await odd.inShop(opened) }]);
  });

  it("has the shop's logo", async () => {
    const logo = makePng(32, 32);
    await odd.inShop((db) => db.shopPaper.updateMany({ data: { logo, logoAt: new Date() } }));
    const { from } = await seen(await linkTo(await make()));
    expect(from.logo).toMatchObject({ stored: logo });
  });
});
