import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

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

/** Sound by the letter of the standard; the library that draws PDFs reads on behind its end for ever. */
export const ENDLESS_PNG = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAYAAACqaXHeAAAADHRSTlMAAAAA////9GFhYWGeQDN4AAAAJ0lEQVR42u3BAQ0AAADCoPdPbQ43oAAAAAAAAAAAAAAAAAAAAIB3A0BAAAGveg7oAAAAAElFTkSuQmCC",
    "base64",
  ),
);

/** Where it was taken and whose it is, as cameras write it. */
export const EXIF_MARK = "Taken at 30.2672 N";

type JpegParts = { orientation?: number; trailing?: string; progressive?: boolean };

/** A JPEG that is red on its left and blue on its right, with Exif, and whatever is to follow its end. */
export async function makeJpeg(
  width: number,
  height: number,
  { orientation = 1, trailing = "", progressive = false }: JpegParts = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const half = Math.floor(width / 2);
  const blue = { create: { width: half, height, channels: 3 as const, background: "#00f" } };
  const picture = await sharp({ create: { width, height, channels: 3, background: "#f00" } })
    .composite([{ input: await sharp(blue).png().toBuffer(), left: width - half, top: 0 }])
    .withMetadata({ orientation })
    .withExifMerge({ IFD0: { Copyright: EXIF_MARK } })
    .jpeg({ progressive })
    .toBuffer();
  return new Uint8Array([...picture, ...new TextEncoder().encode(trailing)]);
}

/** The names of a PNG's chunks, in order. @throws where its chunks are not its whole. */
export function chunkNames(png: Uint8Array): string[] {
  const data = Buffer.from(png);
  const names: string[] = [];
  let at = 8;
  while (at < data.length) {
    names.push(data.toString("latin1", at + 4, at + 8));
    at += 12 + data.readUInt32BE(at);
  }
  if (at !== data.length) throw new Error("This PNG has more or less than its chunks");
  return names;
}
