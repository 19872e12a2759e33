import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isWholePng, readImage } from "./image";
import { png } from "./testing/png";

const jpeg = (...segments: number[][]) => new Uint8Array([0xff, 0xd8, ...segments.flat(), 0, 0, 0, 0]);
const exif = [0xff, 0xe1, 0, 4, 1, 2];
const huffman = [0xff, 0xc4, 0, 4, 1, 2];
const frame = [0xff, 0xc2, 0, 11, 8, 1, 44, 2, 88, 3, 0, 0, 0];

describe("a picture is told by its first bytes", () => {
  it("reads a PNG's size", () => {
    expect(readImage(png(640, 200))).toEqual({ type: "image/png", width: 640, height: 200 });
  });

  it("finds a JPEG's size behind other segments, tables among them", () => {
    expect(readImage(jpeg(exif, huffman, frame))).toEqual({ type: "image/jpeg", width: 600, height: 300 });
  });

  it.each([
    ["an SVG", new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["a GIF", new TextEncoder().encode("GIF89a..............................")],
    ["a page", new TextEncoder().encode("<!doctype html>")],
    ["nothing", new Uint8Array()],
    ["a PNG that breaks off", png(1, 1).slice(0, 20)],
    ["a JPEG without a frame", jpeg(exif)],
    ["a JPEG whose segments run away", jpeg([0xff, 0xe1, 0xff, 0xff])],
    ["a JPEG that breaks off", new Uint8Array([0xff, 0xd8, 0xff])],
  ])("takes %s for none", (_what, bytes) => {
    expect(readImage(bytes)).toBeNull();
  });
});

describe("a PNG that may be printed", () => {
  it("has all its pixels", () => {
    expect(isWholePng(png(64, 32))).toBe(true);
    expect(isWholePng(readFileSync("prisma/seed/demo/summit-logo.png"))).toBe(true);
  });

  it.each([
    ["is not packed as it says", png(64, 32, { packed: Buffer.from("no zlib") })],
    ["has no pixels", png(64, 32, { packed: new Uint8Array() })],
    ["has too few", png(64, 32, { rows: 31 })],
    ["unpacks to more than it promises", png(64, 32, { rows: 100_000 })],
    ["has rows made in a way that nobody knows", png(64, 32, { filter: 9 })],
    ["is interlaced", png(64, 32, { interlaced: true })],
    ["breaks off", png(64, 32).slice(0, -20)],
    ["is a head alone", png(64, 32).slice(0, 33)],
  ])("is none that %s", (_what, bytes) => {
    expect(isWholePng(bytes)).toBe(false);
  });
});
