import { inflateSync } from "node:zlib";

/** A picture as its first bytes tell it; its name and what the browser says of it prove nothing. */
export type ImageFacts = { type: "image/png" | "image/jpeg"; width: number; height: number };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** @returns what kind of picture it is and its size in pixels; null where it is no PNG or JPEG. */
export function readImage(bytes: Uint8Array): ImageFacts | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG.every((byte, index) => bytes[index] === byte)) return readPng(data);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg(data) : null;
}

/** The header chunk comes first: length, "IHDR", width, height. */
function readPng(data: DataView): ImageFacts | null {
  if (data.byteLength < 33 || data.getUint32(12) !== 0x49484452) return null;
  return { type: "image/png", width: data.getUint32(16), height: data.getUint32(20) };
}

/** Segments follow each other, each with its length, until the one that starts the frame. */
function readJpeg(data: DataView): ImageFacts | null {
  let at = 2;
  while (at + 9 <= data.byteLength && data.getUint8(at) === 0xff) {
    const marker = data.getUint8(at + 1);
    if (startsFrame(marker))
      return { type: "image/jpeg", height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    at += 2 + data.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, without the three of that range that are tables. */
const startsFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Samples a pixel has, by the number that a PNG gives its kind of color. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const INTERLACED = 1;
const LAST_FILTER = 4;

/**
 * Whether the pixels of a PNG are all there and can be unpacked: whoever prints one that is damaged may never come to an end. No more is
 * unpacked than its header promises, as a small file can hold gigabytes. Interlaced pictures count as broken.
 */
export function isWholePng(bytes: Uint8Array): boolean {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = readPng(data);
  const samples = SAMPLES[data.getUint8(25)];
  if (!size || !samples || data.getUint8(28) === INTERLACED) return false;
  const row = Math.ceil((size.width * samples * data.getUint8(24)) / 8) + 1;
  const pixels = unpacked(chunks(bytes, data), row * size.height);
  if (pixels?.length !== row * size.height) return false;
  return Array.from({ length: size.height }, (_, line) => pixels[line * row]).every(
    (filter = 0) => filter <= LAST_FILTER,
  );
}

/** The chunks that hold pixels; none where the file breaks off before its last one. */
function chunks(bytes: Uint8Array, data: DataView): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const [length, name] = [data.getUint32(at), String.fromCharCode(...bytes.subarray(at + 4, at + 8))];
    if (name === "IEND") return found;
    if (name === "IDAT") found.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return [];
}

function unpacked(packed: Uint8Array[], most: number): Uint8Array | null {
  try {
    return inflateSync(Buffer.concat(packed), { maxOutputLength: most });
  } catch {
    return null;
  }
}
