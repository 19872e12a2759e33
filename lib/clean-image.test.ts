import { describe, expect, it } from "vitest";
import { cleanImage } from "./clean-image";
import { makePng } from "./testing/png";

const text = (words: string) => new TextEncoder().encode(words);
const palette = (colors: number): [string, Uint8Array] => ["PLTE", new Uint8Array(colors * 3)];
const transparent: [string, Uint8Array] = ["tRNS", new Uint8Array([0])];
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);

describe("a PNG", () => {
  it.each([
    ["with transparency", makePng(40, 20)],
    ["without", makePng(40, 20, { color: 2 })],
    ["with a palette", makePng(40, 20, { color: 3, extra: [palette(3)] })],
    ["with a small palette", makePng(41, 20, { color: 3, depth: 4, extra: [palette(3)] })],
    ["with a palette and transparency", makePng(40, 20, { color: 3, extra: [palette(3), transparent] })],
    ["of 16 bits", makePng(40, 20, { depth: 16 })],
  ])("%s stays as it is", (_what, bytes) => {
    expect(cleanImage(bytes)).toEqual(bytes);
  });

  it("loses what draws nothing, and what follows its end", () => {
    const noted = makePng(40, 20, { extra: [["tEXt", text("Comment\0where I live")]] });
    const longer = new Uint8Array([...noted, ...text("<script>")]);
    expect(cleanImage(longer)).toEqual(makePng(40, 20));
  });

  const rows = (filter: number) => Uint8Array.from({ length: 161 * 20 }, (_, at) => (at % 161 ? 0 : filter));
  const endless = makePng(40, 20);
  endless.set([0x7f, 0xff, 0xff, 0xff], 33);
  it.each([
    ["rows of no known filter", makePng(40, 20, { pixels: rows(5) }), /damaged/],
    ["fewer pixels than it says", makePng(40, 20, { pixels: new Uint8Array(99) }), /damaged/],
    ["more pixels than it says", makePng(40, 20, { pixels: new Uint8Array(9_999_999) }), /damaged/],
    ["a part without an end", endless, /damaged/],
    ["no end", makePng(40, 20).slice(0, -12), /damaged/],
    ["a palette that is not there", makePng(40, 20, { color: 3 }), /damaged/],
    ["a palette too large", makePng(40, 20, { color: 3, extra: [palette(257)] }), /damaged/],
    ["colors of no known kind", makePng(40, 20, { color: 5 }), /damaged/],
    ["interlaced rows", makePng(40, 20, { interlace: 1 }), /without interlacing/],
    [
      "transparent colors of few bits",
      makePng(40, 20, { color: 3, depth: 2, extra: [palette(3), transparent] }),
      /8 bits/,
    ],
  ])("with %s is refused", (_what, bytes, message) => {
    expect(() => cleanImage(bytes)).toThrow(message);
  });
});

describe("a JPEG", () => {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 40, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9];
  const exif = [0xff, 0xe1, 0, 12, ...text("Exif where")];

  it("loses where it was taken", () => {
    const clean = cleanImage(new Uint8Array([0xff, 0xd8, ...exif, ...frame, ...scan]));
    expect(clean).toEqual(new Uint8Array([0xff, 0xd8, ...frame, ...scan]));
    expect(holds(clean, "where")).toBe(false);
  });

  it("without a picture is refused", () => {
    expect(() => cleanImage(new Uint8Array([0xff, 0xd8, ...exif, ...frame]))).toThrow(/damaged/);
  });
});

it("anything else is refused", () => {
  expect(() => cleanImage(text("<svg><script>alert(1)</script></svg>"))).toThrow(/SVG/);
});
