import fc from "fast-check";
import { expect, it } from "vitest";
import { drawQuote } from "./draw";
import { faces } from "./fonts";
import { paper } from "./paper-fixture";
import { typeset } from "./typeset";
import { PLAIN, textsOf } from "./unprintable";

const LONG = 1_200_000;
const lost = (text: string) => typeset(text).lost;
const printed = (text: string) =>
  typeset(text)
    .runs.map((run) => run.text)
    .join("")
    .normalize("NFC");

it.each([
  "José Núñez, Łukasz Żółć, Nguyễn Văn Đức, Søren Ærø, Şükrü, Ōtani",
  "Иван Петров, Їжакевич, Ђорђе, Ελένη Παπαδοπούλου",
  "محمد عبد الله الخطيب، فاطمة، گلزار چشمه علی‌رضا، ٹیکسٹ ١٢٣",
  "יוסף כהן (שלום)",
  "राजेन्द्र प्रसाद शर्मा कृष्ण श्रीमती क्षत्रिय ज्ञान दृष्टि",
  "નરેન્દ્ર મોદી કૃષ્ણ શ્રી પટેલ",
  "தமிழ் கிருஷ்ணன் ஸ்ரீ முருகன் கோவிந்தன்",
  "Արմեն Սարգսյան, გიორგი ბერიძე, አበበ ቢቂላ",
  "李明、國龍。さくら カタカナ 김민수",
])("prints %s whole", (text) => {
  expect(lost(text)).toEqual([]);
  expect(printed(text)).toBe(text.normalize("NFC"));
});

it.each([
  ["a character without a glyph", "Ann 😀", ["😀"], "Ann ?"],
  ["each of a script without a font, once", "ไทย ไทย", ["ไ", "ท", "ย"], "??? ???"],
  ["a mark that can't be set over its letter", "x\u0331y", ["U+0331"], "xy"],
  ["what nobody sees", "a\u0007", ["U+0007"], "a?"],
  ["vowel points, which are left out", "שָׁלוֹם", ["U+05B8", "U+05C1", "U+05B9"], "שלום"],
  ["a word whose marks would be in wrong places", "क\u0900\u0941म Ann", ["क\u0900\u0941म"], "???? Ann"],
])("names %s", (_what, text, named, comes) => {
  expect(lost(text).sort()).toEqual(named.sort());
  expect(printed(text)).toBe(comes);
});

it("leaves out without a word what shows nothing or turns the text around", () => {
  expect(typeset("Jo\u00ad\u202esé\ufeff")).toEqual({
    runs: [{ text: "José", face: "inter" }],
    lost: [],
  });
});

it("prints whole what papers are not asked about", () => {
  const plain = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter((c) =>
    PLAIN.test(c),
  );
  expect(plain.length).toBeGreaterThan(300);
  expect(lost(plain.join(""))).toEqual([]);
});

/** Any characters that the fonts have, as many people's names as nobody's. */
const anyText = fc.constantFrom(...faces).chain((face) => {
  const codes = face.fonts()[0]?.characterSet ?? [];
  return fc.array(
    fc.constantFrom(...codes).map((code) => String.fromCodePoint(code)),
    { maxLength: 12 },
  );
});

it("whatever characters the fonts have, a paper of them is drawn", { timeout: LONG }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 6 }), async (texts) => {
      const name = texts.map((characters) => characters.join("")).join(" ");
      const quote = { ...paper, lines: [], customer: { name, lines: [name] } };
      expect((await drawQuote({ quote, logo: null })).length).toBeGreaterThan(1000);
    }),
    { numRuns: 40 },
  );
});

/** Where the texts of plain data are. */
function leaves(value: unknown, at: string[] = []): string[][] {
  if (typeof value === "string") return [at];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...at, key]));
}

function withText<Value>(value: Value, [key = "", ...rest]: string[], text: string): Value {
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = rest.length > 0 ? withText(copy[key], rest, text) : text;
  return copy as Value;
}

it("no text that is printed goes unasked", () => {
  const whole = {
    ...paper,
    options: [{ label: "OEM", totalCents: 1 }],
    signature: { name: "Ann", signedOn: "2026-03-03", path: "" },
  };
  const unasked = leaves(whole).filter((at) => {
    const texts = textsOf(withText(whole, at, "😀"));
    return !texts.some(([, text]) => text.includes("😀"));
  });
  expect(unasked.map((at) => at.join("."))).toEqual([
    "shop.brandColor",
    "madeOn",
    "signature.signedOn",
    "signature.path",
  ]);
});
