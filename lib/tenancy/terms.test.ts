import { describe, expect, it } from "vitest";
import { codeTerms, partTerms, phoneTerms, rangesOf, textTerms, vinTerms, wordsOf } from "./terms";

/** Whether a search finds what has these terms: each word by one of its ranges, compared byte by byte as the database does. */
const finds = (search: string, terms: string[]) => {
  const bytes = (text: string) => Buffer.from(text);
  const within = (term: string, { from, to }: { from: string; to: string }) =>
    Buffer.compare(bytes(term), bytes(from)) >= 0 && Buffer.compare(bytes(term), bytes(to)) < 0;
  return rangesOf(search).every((word) => terms.some((term) => word.some((range) => within(term, range))));
};

describe("a text", () => {
  it.each([
    ["JOSÉ Núñez", ["jose", "nunez"]],
    ["Straße Øster Łódź Þór İstanbul", ["strasse", "oster", "lodz", "thor", "istanbul"]],
    ["O’Brien", ["o", "brien"]],
    ["Oʻahu ＡＢ１２", ["o", "ahu", "ab12"]],
    ["100%_off!", ["100%_off"]],
    ["— ' #", []],
    ["山田太郎", ["山田太郎"]],
  ])("%s is the words %j", (text, words) => expect(wordsOf(text)).toEqual(words));

  const name = textTerms("Mary-Ann  O’Brien McDonald");
  it.each([
    "obrien",
    "o'brien",
    "O’BRIEN",
    "o brien",
    "brien",
    "mcdonald mary",
    "mary ann",
    "maryann",
    "mc donald",
    "mcd obr m",
    "maryannobrien",
    "óbrien",
  ])("is found by %s", (search) => expect(finds(search, name)).toBe(true));
  it.each(["mary jones", "annb", "onald", "maryx", "%", "mary%", "_ary"])("is not found by %s", (search) =>
    expect(finds(search, name)).toBe(false),
  );

  it("is cut where it is long, and found all the same", () => {
    const long = `${"w".repeat(60)}n`;
    expect(textTerms(long)[0]).toHaveLength(40);
    expect(finds(long, textTerms(long))).toBe(true);
  });
});

describe("a phone number", () => {
  const kept = phoneTerms("+15125550188;ext=23");
  it.each([
    "(512) 555-0188",
    "512.555",
    "5125550188",
    "+1 512 555 0188",
    "15125550188",
    "1 (512) 555-0188",
    "+1 512",
    "5550188",
    "555-01",
    "0188",
    "188",
    "50188",
    "555 0188",
    "(512) 555-0188 ext. 23",
  ])("is found by %s", (search) => expect(finds(search, kept)).toBe(true));
  it.each(["1", "88", "1880", "018", "1255", "5125550189", "8810"])("is not found by %s", (search) =>
    expect(finds(search, kept)).toBe(false),
  );
  it("of another country is found by the digits within", () => {
    const london = phoneTerms("+442079460958");
    expect(["+44 20 7946 0958", "2079460958", "0958"].map((one) => finds(one, london))).toEqual([
      true,
      true,
      true,
    ]);
  });
  it("that is none has no terms", () => expect(phoneTerms("")).toEqual([]));
});

describe("codes", () => {
  it.each([
    ["AB-12 34", "ab1234"],
    ["AB1234", "ab 12-34"],
    ["AB1234", "1234"],
    ["ABC1234", "abc 123"],
    ["POL-88-1237", "881237"],
    ["POL-88-1237", "1237"],
  ])("%s is found by %s", (code, search) => expect(finds(search, codeTerms(code))).toBe(true));
  it("a code is not found by its middle", () => expect(finds("b12", codeTerms("AB1234"))).toBe(false));
  it.each(["1HGBH41JXMN109186", "xmn109186", "MN109186", "mn1091", "186", "1hg bh41"])(
    "a VIN is found by %s",
    (search) => expect(finds(search, vinTerms("1HGBH41JXMN109186"))).toBe(true),
  );
  it.each(["dw01659gtyn", "DW01659", "01659", "1659", "1659gtyn", "dw 01659 gtyn"])(
    "a part number is found by %s",
    (search) => expect(finds(search, partTerms("DW01659GTYN"))).toBe(true),
  );
});

it("of very many words the first count", () => {
  expect(rangesOf("a ".repeat(500))).toHaveLength(8);
});
