import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { chunkNames, ENDLESS_PNG, EXIF_MARK, makeJpeg, makePng } from "@/tests/support/pictures";
import { cleanPicture } from "./clean";

const text = (words: string) => new TextEncoder().encode(words);
const palette = (colors: number): [string, Uint8Array] => ["PLTE", new Uint8Array(colors * 3)];
const transparent: [string, Uint8Array] = ["tRNS", new Uint8Array([0])];

async function cleaned(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await cleanPicture(bytes);
  if ("unfit" in result) throw new Error(result.unfit);
  return result.png;
}

/** In the one form that is kept, see `cleanPicture`. */
function expectPlain(png: Uint8Array) {
  const [first, ...more] = chunkNames(png);
  expect(first).toBe("IHDR");
  expect(more.filter((name) => name !== "IDAT")).toEqual(["pHYs", "IEND"]);
  const [depth = 0, color = 0, , , interlace] = png.subarray(24, 29);
  expect([depth, interlace]).toEqual([8, 0]);
  expect([2, 6]).toContain(color);
}

describe("a picture that is let in comes out as a plain PNG", () => {
  it.each([
    ["with transparency", makePng(40, 20)],
    ["without", makePng(40, 20, { color: 2 })],
    ["in gray", makePng(40, 20, { color: 0 })],
    ["with a palette", makePng(40, 20, { color: 3, extra: [palette(3)] })],
    [
      "with a small palette and transparency",
      makePng(41, 20, { color: 3, depth: 4, extra: [palette(3), transparent] }),
    ],
    ["of 16 bits", makePng(40, 20, { depth: 16 })],
    [
      "with a comment, and a page behind its end",
      new Uint8Array([
        ...makePng(40, 20, { extra: [["tEXt", text("Comment\0where I live")]] }),
        ...text("<script>"),
      ]),
    ],
    ["with transparency that its kind can't have", ENDLESS_PNG],
  ])("from a PNG %s", async (_what, bytes) => {
    const png = await cleaned(bytes);
    expectPlain(png);
    expect(Buffer.from(png).includes("where I live")).toBe(false);
    expect(Buffer.from(png).includes("<script>")).toBe(false);
  });

  it("from a PNG interlaced", async () => {
    const interlaced = await sharp(makePng(40, 20)).png({ progressive: true }).toBuffer();
    expect(interlaced[28]).toBe(1);
    expectPlain(await cleaned(interlaced));
  });

  it("from a JPEG, turned as its camera was held, without where it was taken and what follows its end", async () => {
    const second = Buffer.from(await makeJpeg(30, 30)).toString("latin1");
    const photo = await makeJpeg(60, 30, { orientation: 6, trailing: `<script>${second}` });
    expect(Buffer.from(photo).includes(EXIF_MARK)).toBe(true);
    const png = await cleaned(photo);
    expectPlain(png);
    for (const left of [EXIF_MARK, "Exif", "<script>"]) expect(Buffer.from(png).includes(left)).toBe(false);
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([30, 60]);
    const at = (y: number) =>
      [...data.subarray(y * 30 * 3, y * 30 * 3 + 3)].map((value) => Math.round(value / 255));
    expect([at(5), at(55)]).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it("no larger than a letterhead needs, in its own proportions", async () => {
    const { width, height } = await sharp(await cleaned(makePng(2000, 500))).metadata();
    expect([width, height]).toEqual([640, 160]);
  });
});

const rows = (filter: number) => Uint8Array.from({ length: 161 * 20 }, (_, at) => (at % 161 ? 0 : filter));

it.each([
  ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>'), /SVG too/],
  ["a GIF", Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"), /PNG or JPEG/],
  ["nothing", new Uint8Array(), /PNG or JPEG/],
  ["too large", makePng(2001, 50, { pixels: new Uint8Array(9) }), /2001 × 50/],
  [
    "larger than any memory",
    makePng(2_000_000, 2_000_000, { pixels: new Uint8Array(9) }),
    /at most 2000 pixels/,
  ],
  ["too small", makePng(400, 8), /at least 16/],
  ["cut off", makePng(400, 120).slice(0, 60), /damaged/],
  ["of fewer pixels than it says", makePng(40, 20, { pixels: new Uint8Array(99) }), /damaged/],
  ["of rows with no known filter", makePng(40, 20, { pixels: rows(9) }), /damaged/],
])("%s is refused with what to do", async (_what, bytes, message) => {
  expect(await cleanPicture(bytes)).toEqual({ unfit: expect.stringMatching(message) });
});

it("other kinds are refused by their decoders being shut, whatever they are called", async () => {
  const picture = sharp(makePng(40, 20));
  for (const kind of ["webp", "gif", "tiff", "avif"] as const)
    expect(await cleanPicture(await picture.clone().toFormat(kind).toBuffer())).toEqual({
      unfit: expect.stringMatching(/PNG or JPEG/),
    });
});
