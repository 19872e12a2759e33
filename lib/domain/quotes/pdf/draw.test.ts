import { extractText } from "unpdf";
import { describe, expect, it } from "vitest";
import { makePng } from "@/tests/support/pictures";
import { drawQuote } from "./draw";
import type { QuotePaper } from "./paper";
import { line, paper } from "./paper-fixture";

/** The text of a PDF, a page each. Spaces come and go with the gaps between words, so they count as one. */
async function read(quote: QuotePaper): Promise<string[]> {
  const { text } = await extractText(await drawQuote({ quote, logo: makePng(360, 120) }));
  return text.map((page) => page.replace(/\s+/g, " "));
}
const readAll = async (quote: QuotePaper) => (await read(quote)).join(" ");

describe("a quote as a PDF", { timeout: 600_000 }, () => {
  it("says all that a customer needs, once", async () => {
    const [text = "", ...more] = await read(paper);
    expect(more).toEqual([]);
    for (const said of [
      "Summit Glass",
      "300 Demo Hill Road",
      "Quote #1042",
      "March 2, 2026",
      "Good until April 1, 2026",
      "José Núñez",
      "2021 Toyota RAV4",
      "VIN 2T3W1RFV0MW123456",
      "Plate ABC1234 TX",
      "Replacement: windshield",
      "DW02501GTYN",
      "1 $425.00 $425.00 T",
      "Install labor 2.5 h $60.00 $150.00",
      "Retainer clips 4 Included",
      "Static calibration 1 To be settled",
      "Subtotal $575.00",
      "Texas and Austin $35.06",
      "Total $610.06",
      "State Farm pays $510.06",
      "You pay $100.00",
      "T: taxable",
      "Lifetime warranty. Payment is due when the work is done.",
      "EIN 00-0000130",
      "page 1 of 1",
    ])
      expect(text).toContain(said);
    expect(text).not.toContain("Choices of glass");
    expect(text).not.toContain("Accepted by");
  });

  it("leaves out what there is nothing to say of", async () => {
    const text = await readAll({
      ...paper,
      shop: { ...paper.shop, brandColor: "", taxId: "", terms: "" },
      vehicle: { ...paper.vehicle, vin: "", plate: "" },
      lines: [line("Chip repair")],
      shares: null,
    });
    for (const unsaid of ["VIN", "Plate", "You pay", "taxable", "warranty"])
      expect(text).not.toContain(unsaid);
  });

  it("offers several kinds of glass, and bears a signature", async () => {
    const text = await readAll({
      ...paper,
      options: [
        { label: "OEM", totalCents: 90_000 },
        { label: "Aftermarket", totalCents: 61_006 },
      ],
      signature: { name: "José Núñez", signedOn: "2026-03-03", path: "M10 100L80 20L150 120M200 50L300 60" },
    });
    expect(text).toContain("OEM $900.00");
    expect(text).toContain("Aftermarket $610.06");
    expect(text).toContain("Accepted by José Núñez, March 3, 2026");
  });

  it("writes names of many languages, and a question mark for what it has no letters for", async () => {
    const name =
      "Łukasz Żółć, Nguyễn Văn Đức, Søren Ærø, Иван Петров, Ελένη, 李明 ひカ 김민수, Արմեն გიორგი አበበ, राम";
    const text = await readAll({ ...paper, customer: { name: `${name}, 😀 สมชาย\u0007`, lines: [] } });
    // Where a font ends, a space more may be read.
    const close = (words: string) => words.replaceAll(" ", "");
    expect(close(text)).toContain(close(`${name}, ? ??????`));
  });

  it("writes Arabic and Hebrew from right to left, with numbers from left to right among them", async () => {
    const text = await readAll({ ...paper, customer: { name: "محمد علی‌رضا 24", lines: ["יוסף כהן"] } });
    for (const word of ["محمد", "رضا", "24", "יוסף", "כהן"]) expect(text).toContain(word);
  });

  it("leaves out marks that show nothing or turn the text around, also where nothing else is written", async () => {
    const customer = { name: "Jo\u00ad\u202esé", lines: ["\u00ad"] };
    const text = await readAll({ ...paper, customer, shop: { ...paper.shop, terms: "\u00ad\nPay\tsoon" } });
    expect(text).toContain("José");
    expect(text).toContain("Pay soon");
  });

  it("goes on over as many pages as it takes, its head of columns and its number on each", async () => {
    const lines = Array.from({ length: 60 }, (_, n) => line(`Part ${n + 1} of a long list`));
    const pages = await read({ ...paper, lines });
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Quote #1042, page ${index + 1} of ${pages.length}`);
    });
    expect(pages[1]).toContain("Description Qty Price Amount Tax");
    const text = pages.join(" ");
    for (const { description } of lines) expect(text.split(`${description} `)).toHaveLength(2);
    expect(pages.at(-1)).toContain("Total $610.06");
  });

  it("holds the longest texts there may be", async () => {
    const text = await readAll({
      ...paper,
      customer: { name: "N".repeat(200), lines: ["x".repeat(200)] },
      shop: {
        ...paper.shop,
        name: `Glass ${"of Austin ".repeat(19)}`,
        terms: "All of these words count. ".repeat(150),
      },
    });
    expect(text.match(/All of these words count\./g)).toHaveLength(150);
  });

  it("breaks a word that no column holds rather than let it run off the page, where nobody reads it", async () => {
    const customer = { name: "Щ".repeat(200), lines: ["ж".repeat(200), "josefina.nunez@example.com"] };
    const text = await readAll({ ...paper, customer });
    expect(text).not.toMatch(/Щ[^Щ ]+ ?Щ/);
    expect(text.match(/Щ/g)).toHaveLength(200);
    expect(text.match(/ж/g)).toHaveLength(200);
    expect(text).toContain("josefina.nunez@example.com");
    for (const whole of ["2T3W1RFV0MW123456", "hello@summit-glass.example"]) expect(text).toContain(whole);
  });
});
