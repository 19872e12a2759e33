import { describe, expect, it } from "vitest";
import { cleanPicture } from "@/lib/pictures/clean";
import { makePng } from "@/tests/support/pictures";
import { contrastOnWhite, whyNotBrandColor } from "./brand-color";
import { MOST_LOGO_BYTES, PaperForm } from "./forms";

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

describe("a logo", { timeout: 600_000 }, () => {
  const chosen = (bytes: Uint8Array<ArrayBuffer>) =>
    PaperForm.safeParseAsync({ quoteValidDays: "30", logo: new File([bytes], "logo.png") });

  it("is kept as it is made anew", async () => {
    const logo = makePng(400, 120);
    const { png } = (await chosen(logo)).data?.logo ?? {};
    expect({ png }).toEqual(await cleanPicture(logo));
  });

  it.each([
    ["too heavy", new Uint8Array(MOST_LOGO_BYTES + 1), /300 KB/],
    ["too large", makePng(2001, 50), /2001 × 50/],
    ["damaged", makePng(400, 120, { pixels: new Uint8Array(5) }), /damaged/],
    ["too small", makePng(400, 8), /at least 16/],
    ["an SVG", new TextEncoder().encode("<svg><script>alert(1)</script></svg>"), /SVG/],
  ])("that is %s is refused beside its field", async (_what, bytes, message) => {
    expect((await chosen(bytes)).error?.issues).toMatchObject([
      { path: ["logo"], message: expect.stringMatching(message) },
    ]);
  });

  it("leaves none of its bytes in what is written to the log", async () => {
    const { data } = await chosen(makePng(40, 20));
    expect(data?.logo).not.toBeNull();
    expect(JSON.parse(JSON.stringify(data)).logo).toBe("a picture");
  });
});

describe("the form", () => {
  const form = { brandColor: "", taxId: "", terms: "", quoteValidDays: "30" };
  const problems = async (more: object) =>
    (await PaperForm.safeParseAsync({ ...form, ...more })).error?.issues.map(({ path }) => path.join(".")) ??
    [];

  it("reads colors in any case, and an empty file as none", async () => {
    const parsed = await PaperForm.parseAsync({ ...form, brandColor: "#0C7284", logo: new File([], "") });
    expect(parsed).toMatchObject({
      brandColor: "#0c7284",
      logo: null,
      removeLogo: false,
      quoteValidDays: 30,
    });
  });

  it.each(["", "0", "366", "1.5", "-3", "ten"])("takes no %j days", async (quoteValidDays) => {
    expect(await problems({ quoteValidDays })).toEqual(["quoteValidDays"]);
  });

  it("counts a line's end once, as the browser does", async () => {
    const terms = `${"x".repeat(3998)}\r\ny`;
    expect((await PaperForm.parseAsync({ ...form, terms })).terms).toHaveLength(4000);
    expect(await problems({ terms: `${terms}z` })).toEqual(["terms"]);
  });
});

it("terms have room for pages of text, not for thousands of empty lines", async () => {
  const read = (terms: string) => PaperForm.safeParseAsync({ quoteValidDays: "30", terms });
  expect((await read(`${"Word ".repeat(15)}\r\n`.repeat(50))).success).toBe(true);
  expect((await read(`Start${"\r\n".repeat(3_000)}End`)).error?.issues[0]).toMatchObject({
    path: ["terms"],
    message: "At most 200 lines.",
  });
});
