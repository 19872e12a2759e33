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
