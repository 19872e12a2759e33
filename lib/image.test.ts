import { describe, expect, it } from "vitest";
import { readImage } from "./image";

/** The first bytes of a PNG, as far as its size. */
function pngHead(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

const jpeg = (...segments: number[][]) => new Uint8Array([0xff, 0xd8, ...segments.flat(), 0, 0, 0, 0]);
const exif = [0xff, 0xe1, 0, 4, 1, 2];
const huffman = [0xff, 0xc4, 0, 4, 1, 2];
const frame = [0xff, 0xc2, 0, 11, 8, 1, 44, 2, 88, 3, 0, 0, 0];

describe("a picture is told by its first bytes", () => {
  it("reads a PNG's size", () => {
    expect(readImage(pngHead(640, 200))).toEqual({ type: "image/png", width: 640, height: 200 });
  });

  it("finds a JPEG's size behind other segments, tables among them", () => {
    expect(readImage(jpeg(exif, huffman, frame))).toEqual({ type: "image/jpeg", width: 600, height: 300 });
  });

  it.each([
    ["an SVG", new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["a GIF", new TextEncoder().encode("GIF89a..............................")],
    ["a page", new TextEncoder().encode("<!doctype html>")],
    ["nothing", new Uint8Array()],
    ["a PNG that breaks off", pngHead(1, 1).slice(0, 20)],
    ["a JPEG without a frame", jpeg(exif)],
    ["a JPEG whose segments run away", jpeg([0xff, 0xe1, 0xff, 0xff])],
    ["a JPEG that breaks off", new Uint8Array([0xff, 0xd8, 0xff])],
  ])("takes %s for none", (_what, bytes) => {
    expect(readImage(bytes)).toBeNull();
  });
});
