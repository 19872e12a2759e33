import { inflateSync } from "node:zlib";
import { readImage } from "./image";

type Bytes = Uint8Array<ArrayBuffer>;
type Chunk = { name: string; at: number; length: number };

const DAMAGED = "The picture is damaged. Export it anew.";

/** A picture that can't be kept, and why, for whoever chose it. */
export class UnfitImage extends Error {}

/**
 * A picture made anew of the parts that draw it, each checked: no comment, no position of a camera, and nothing that could stop the program
 * which draws it into a PDF, where a fault would stop the server.
 * @throws UnfitImage for anything but a sound PNG or JPEG
 */
export function cleanImage(bytes: Uint8Array): Bytes {
  const image = readImage(bytes);
  if (!image) throw new UnfitImage("Choose a PNG or JPEG picture. Other kinds, SVG too, are not taken.");
  return image.type === "image/png" ? cleanPng(bytes) : cleanJpeg(bytes);
}

const DRAWN = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];
/** Samples a pixel, by color type. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Length, name and check sum of a chunk. */
const FRAME = 12;
const FILTERS = 5;

function cleanPng(bytes: Uint8Array): Bytes {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = chunksOf(bytes, data);
  const ofName = (name: string) => chunks.filter((chunk) => chunk.name === name);
  const [head, palette, transparent] = [ofName("IHDR"), ofName("PLTE"), ofName("tRNS")];
  if (head.length !== 1 || chunks[0] !== head[0] || head[0]?.length !== 13 || chunks.at(-1)?.name !== "IEND")
    throw new UnfitImage(DAMAGED);
  const [width, height] = [data.getUint32(16), data.getUint32(20)];
  const [depth = 0, color = 0, , , interlace] = bytes.subarray(24, 29);
  const samples = SAMPLES[color];
  const colors = palette.reduce((sum, { length }) => sum + length, 0);
  const shades = transparent.reduce((sum, { length }) => sum + length, 0);
  if (!samples || ![1, 2, 4, 8, 16].includes(depth) || colors > 768 || shades > 256)
    throw new UnfitImage(DAMAGED);
  if (color === 3 && (colors === 0 || depth === 16)) throw new UnfitImage(DAMAGED);
  if (interlace) throw new UnfitImage("Save the PNG without interlacing.");
  if (depth < 8 && shades > 0)
    throw new UnfitImage("Save the PNG with 8 bits a color: transparent ones with fewer are not taken.");
  const row = 1 + Math.ceil((width * samples * depth) / 8);
  const pixels = inflated(
    ofName("IDAT").map((chunk) => bodyOf(bytes, chunk)),
    row * height,
  );
  for (let at = 0; at < pixels.length; at += row)
    if ((pixels[at] ?? FILTERS) >= FILTERS) throw new UnfitImage(DAMAGED);
  const kept = chunks.filter(({ name }) => DRAWN.includes(name));
  return joined([
    bytes.subarray(0, 8),
    ...kept.map(({ at, length }) => bytes.subarray(at, at + FRAME + length)),
  ]);
}

function chunksOf(bytes: Uint8Array, data: DataView): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + FRAME <= bytes.length && chunks.at(-1)?.name !== "IEND") {
    const length = data.getUint32(at);
    if (at + FRAME + length > bytes.length) break;
    chunks.push({ name: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), at, length });
    at += FRAME + length;
  }
  return chunks;
}

const bodyOf = (bytes: Uint8Array, { at, length }: Chunk) => bytes.subarray(at + 8, at + 8 + length);

/** Never unpacks more than was announced. */
function inflated(packed: Uint8Array[], length: number): Uint8Array {
  try {
    const pixels = inflateSync(joined(packed), { maxOutputLength: length });
    if (pixels.length === length) return pixels;
  } catch {
    // Not what was announced, one way or the other.
  }
  throw new UnfitImage(DAMAGED);
}

const START_OF_SCAN = 0xda;

/** Tables, frames, restarts, and how Adobe's colors are meant. */
const draws = (marker: number) => (marker >= 0xc0 && marker <= 0xcf) || [0xdb, 0xdd, 0xee].includes(marker);

function cleanJpeg(bytes: Uint8Array): Bytes {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && data.getUint8(at) === 0xff) {
    const marker = data.getUint8(at + 1);
    if (marker === START_OF_SCAN) return joined([...kept, bytes.subarray(at)]);
    const end = at + 2 + data.getUint16(at + 2);
    if (draws(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  throw new UnfitImage(DAMAGED);
}

function joined(parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
