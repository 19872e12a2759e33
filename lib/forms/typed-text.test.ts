import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { asTyped, isVisible, oneLine } from "./typed-text";

const text = fc.string({ unit: "binary", maxLength: 60 });

describe("what a form posts is what its writer sees", () => {
  it("counts a line's end once, whoever wrote it", () => {
    expect(asTyped("a\r\nb\rc\nd\ve\u2028f")).toBe("a\nb\nc\nd\ne\nf");
  });

  it("keeps tabs, and joiners that letters and signs are made of", () => {
    expect(asTyped("a\tb 👩‍👧 می‌خواهم")).toBe("a\tb 👩‍👧 می‌خواهم");
  });

  it("takes out what hides, part words unseen or turns their direction", () => {
    expect(asTyped("\u202eAnn\u200b Exa\u00admple\u2069\0\ufeff")).toBe("Ann Example");
  });

  it("is text that Postgres and UTF-8 hold, and read again the same", () => {
    fc.assert(
      fc.property(text, (typed) => {
        const read = asTyped(typed);
        expect(Buffer.from(read, "utf8").toString("utf8")).toBe(read);
        expect(read).not.toMatch(/[\0\r]/);
        expect(asTyped(read)).toBe(read);
        expect(oneLine(oneLine(typed))).toBe(oneLine(typed));
        expect(oneLine(typed)).not.toMatch(/^\s|\s\s|\n|\s$/);
      }),
    );
  });

  it("leaves no letter, digit or sign out", () => {
    const seen = fc
      .array(fc.constantFrom(..."aÉ9!€漢字 ب👍"), { maxLength: 20 })
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(seen, (typed) => {
        expect(asTyped(typed)).toBe(typed);
      }),
    );
  });
});

test.each([
  ["\u200b", false],
  ["\u202e\u202c", false],
  ["\u200d\u200c\ufe0f", false],
  ["\u3164\u2800", false],
  [" \t\n", false],
  ["", false],
  ["A", true],
  ["李", true],
  ["3M", true],
  ["?", true],
])("anything of %j is to be seen: %s", (typed, seen) => {
  expect(isVisible(typed)).toBe(seen);
});
