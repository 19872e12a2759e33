import { inflateSync } from "node:zlib";

const HEAD = 44;
const ENTRY = 20;
const even = (length: number) => (length + 3) & ~3;

/** The font in a WOFF 1 file, unpacked once: the library that draws would unpack a table, in JavaScript, for every glyph. */
export function unpackWoff(woff: Buffer): Buffer {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = HEAD + index * ENTRY;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    const body = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.subarray(at + 16, at + 20),
      body: packed === length ? body : inflateSync(body),
    };
  });
  const head = Buffer.alloc(12 + tables.length * 16);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(tables.length, 4);
  let at = head.length;
  const bodies = tables.map(({ tag, checksum, body }, index) => {
    const entry = 12 + index * 16;
    tag.copy(head, entry);
    checksum.copy(head, entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(body.length, entry + 12);
    at += even(body.length);
    return Buffer.concat([body], even(body.length));
  });
  return Buffer.concat([head, ...bodies]);
}
