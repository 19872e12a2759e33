import { describe, expect, it } from "vitest";
import { makePng } from "@/lib/testing/png";
import { contrastOnWhite, whyNotBrandColor } from "./brand-color";
import { checkLogo, MOST_LOGO_BYTES, PaperForm } from "./paper";

describe("the color of papers", () => {
  it("knows how much a color stands out from white, as WCAG counts it", () => {
    expect(contrastOnWhite("#000000")).toBeCloseTo(21);
    expect(contrastOnWhite("#ffffff")).toBeCloseTo(1);
    expect(contrastOnWhite("#767676")).toBeCloseTo(4.54, 2);
  });

  it("takes what can be read and refuses what can't", () => {
    expect(whyNotBrandColor("")).toBeNull();
    expect(whyNotBrandColor("#767676")).toBeNull();
    expect(whyNotBrandColor("#777777")).toMatch(/could not be read/);
    expect(whyNotBrandColor("#ffcc00")).toMatch(/darker/);
    for (const typed of ["red", "#12", "#12345g", "red;background:url(x)"])
      expect(whyNotBrandColor(typed)).toMatch(/six digits/);
  });
});

describe("a logo", () => {
  it("is taken as it is", () => {
    const logo = makePng(400, 120);
    expect(checkLogo(logo)).toEqual(logo);
  });

  it.each([
    ["too heavy", new Uint8Array(MOST_LOGO_BYTES + 1), /300 KB/],
    ["too large", makePng(2001, 50), /2001 × 50/],
    ["too small", makePng(400, 8), /at least 16/],
    ["damaged", makePng(400, 120, { pixels: new Uint8Array(5) }), /damaged/],
    ["an SVG", new TextEncoder().encode("<svg><script>alert(1)</script></svg>"), /SVG/],
  ])("that is %s is refused beside its field", (_what, bytes, message) => {
    expect(() => checkLogo(bytes)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), field: "logo" }),
    );
  });
});

describe("the form", () => {
  const form = { brandColor: "", taxId: "", terms: "", quoteValidDays: "30" };
  const problems = (more: object) =>
    PaperForm.safeParse({ ...form, ...more }).error?.issues.map(({ path }) => path.join(".")) ?? [];

  it("reads colors in any case, and an empty file as none", () => {
    const parsed = PaperForm.parse({ ...form, brandColor: "#0C7284", logo: new File([], "") });
    expect(parsed).toMatchObject({
      brandColor: "#0c7284",
      logo: null,
      removeLogo: false,
      quoteValidDays: 30,
    });
  });

  it.each(["", "0", "366", "1.5", "-3", "ten"])("takes no %j days", (quoteValidDays) => {
    expect(problems({ quoteValidDays })).toEqual(["quoteValidDays"]);
  });

  it("counts a line's end once, as the browser does", () => {
    const terms = `${"x".repeat(3998)}\r\ny`;
    expect(PaperForm.parse({ ...form, terms }).terms).toHaveLength(4000);
    expect(problems({ terms: `${terms}z` })).toEqual(["terms"]);
  });

  it("keeps a file out of what is written to the log", () => {
    const parsed = PaperForm.parse({ ...form, logo: new File(["secret"], "logo.png") });
    expect(JSON.stringify(parsed)).not.toContain("secret");
  });
});

it("terms have room for pages of text, not for thousands of empty lines", () => {
  const read = (terms: string) => PaperForm.safeParse({ quoteValidDays: "30", terms });
  expect(read(`${"Word ".repeat(15)}\r\n`.repeat(50)).success).toBe(true);
  expect(read(`Start${"\r\n".repeat(3_000)}End`).error?.issues[0]).toMatchObject({
    path: ["terms"],
    message: "At most 200 lines.",
  });
});
