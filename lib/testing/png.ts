import { crc32, deflateSync } from "node:zlib";

function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

type Png = { packed?: Uint8Array; filter?: number; rows?: number; interlaced?: boolean };

/** A PNG with four samples a pixel, all of them alike. @param packed, filter and rows say otherwise than the header promises */
export function png(
  width: number,
  height: number,
  { filter = 0, rows = height, interlaced = false, packed }: Png = {},
): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, Number(interlaced)], 8);
  const pixels = Buffer.alloc(rows * (width * 4 + 1), filter);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = [
    chunk("IHDR", header),
    chunk("IDAT", packed ?? deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([signature, ...body]));
}
