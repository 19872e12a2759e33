import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { usPhone } from "@/components/form/inputs/phone-input";
import { formatPhone, parsePhone, phoneDigits, whyNoPhone } from "./phone";

const digits = (count: number) => fc.stringMatching(new RegExp(`^[2-9]\\d{${count - 1}}$`));
const extension = fc.option(fc.stringMatching(/^\d{1,7}$/), { nil: "" });

describe("a phone number", () => {
  test.each([
    ["(512) 555-0188", "+15125550188"],
    ["512.555.0188", "+15125550188"],
    ["+44 20 7946 0958", "+442079460958"],
    ["(512) 555-0188 ext 23", "+15125550188;ext=23"],
    ["(512) 555-0188 ext. 23", "+15125550188;ext=23"],
    ["512-555-0188 x23", "+15125550188;ext=23"],
    ["5125550188 extension 7", "+15125550188;ext=7"],
    ["512 555 0188 #0450", "+15125550188;ext=0450"],
    ["+15125550188;ext=23", "+15125550188;ext=23"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(parsePhone(typed)).toBe(kept);
  });

  test.each([
    "(512) 555-0188 home",
    "call 512-555-0188",
    "512-555-0188 Ann",
    "512-555-0188 / 512-555-0199",
    "512-555-0188 or 512-555-0199",
    "(512) 555-0188, (512) 555-0199",
    "(512) 555-0188 ext 23 or 24",
    "(512) 555-0188/0199",
  ])("%s is refused with advice, as a part of it would be lost", (typed) => {
    expect(parsePhone(typed)).toBeNull();
    expect(whyNoPhone(typed)).toContain("nothing beside it but its extension");
  });

  test.each(["555-0188", "", "phone", "12"])("%j is none", (typed) => {
    expect(parsePhone(typed)).toBeNull();
    expect(whyNoPhone(typed)).toContain("with area code");
  });

  it("comes back the same from where it is shown, with its extension", () => {
    fc.assert(
      fc.property(
        digits(3),
        digits(3),
        fc.stringMatching(/^\d{4}$/),
        extension,
        (area, office, line, ext) => {
          const kept = parsePhone(`(${area}) ${office}-${line}${ext && ` x ${ext}`}`);
          expect(kept).toBe(`+1${area}${office}${line}${ext && `;ext=${ext}`}`);
          const shown = formatPhone(String(kept));
          expect(parsePhone(shown)).toBe(kept);
          expect(usPhone(`1-${area}-${office}-${line}${ext && ` ext ${ext}`}`)).toBe(shown);
        },
      ),
    );
  });

  it("loses no digit: all that were typed are kept, or nothing is", () => {
    const typed = fc
      .array(fc.constantFrom(..."0123456789", " ", "-", "(", ")", ".", "x", "ext", "/", ",", " or ", "#"), {
        minLength: 8,
        maxLength: 26,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(typed, (text) => {
        const kept = parsePhone(text);
        const all = text.replace(/\D/g, "");
        // The country's own 1 may have been typed or not.
        if (kept) expect([all, `1${all}`]).toContain(kept.replace(/\D/g, ""));
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each([
  ["+15125550188;ext=0450", "(512) 555-0188 ext. 0450"],
  ["+442079460958", "+44 20 7946 0958"],
  ["+442079460958;ext=7", "+44 20 7946 0958 x7"],
  ["Ann, at home", "Ann, at home"],
  ["", ""],
])("%j is shown as %j", (kept, shown) => {
  expect(formatPhone(kept)).toBe(shown);
});

test.each([
  ["(512) 555-0188", "15125550188"],
  ["512 555 0188 ext 23", "15125550188"],
  ["555-0188", "5550188"],
  ["0188;ext=23 or 24", "01882324"],
  ["Ann", ""],
])("to find %s one looks for %s", (typed, looked) => {
  expect(phoneDigits(typed)).toBe(looked);
});
