import { crc32, deflateSync } from "node:zlib";

type Parts = {
  depth?: number;
  /** As PNG numbers them: 2 is RGB, 3 a palette, 6 RGB with transparency. */
  color?: number;
  interlace?: number;
  /** Further chunks, before the pixels. */
  extra?: [name: string, body: Uint8Array][];
  /** What the rows unpack to, in place of zeros of the right length. */
  pixels?: Uint8Array;
};

/** A PNG, sound unless its parts say otherwise. */
export function makePng(width: number, height: number, parts: Parts = {}): Uint8Array<ArrayBuffer> {
  const { depth = 8, color = 6, interlace = 0, extra = [] } = parts;
  const samples = color === 2 ? 3 : color === 6 ? 4 : 1;
  const row = 1 + Math.ceil((width * samples * depth) / 8);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, color, 0, 0, interlace], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk("IHDR", head),
      ...extra.map(([name, body]) => chunk(name, body)),
      chunk("IDAT", deflateSync(parts.pixels ?? new Uint8Array(row * height))),
      chunk("IEND", new Uint8Array()),
    ]),
  );
}

function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
