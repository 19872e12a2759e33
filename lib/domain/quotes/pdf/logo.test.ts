import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import sharp from "sharp";
import { expect, it } from "vitest";
import { cleanPicture } from "@/lib/pictures/clean";
import { TookTooLong } from "@/lib/workers/faults";
import { WorkerPool } from "@/lib/workers/pool";
import { chunkNames, ENDLESS_PNG, EXIF_MARK, makeJpeg, makePng } from "@/tests/support/pictures";
import { paper } from "./paper-fixture";
import type { PdfJob } from "./quote-pdf";

const LONG = 1_200_000;
const quote = { ...paper, lines: [] };
const open = (seconds: number) =>
  new WorkerPool<PdfJob, Uint8Array>("lib/domain/quotes/pdf/pdf.worker.ts", {
    workers: 1,
    seconds,
    megabytes: 384,
    waiting: 10,
    waitingOfOne: 10,
  });
const HIDDEN = "<script>hidden</script>";

/** Sound pictures of many kinds, each with something hidden in it. */
async function pictures(): Promise<Uint8Array[]> {
  const noted: [string, Uint8Array] = ["tEXt", new TextEncoder().encode(HIDDEN)];
  const second = Buffer.from(await makeJpeg(40, 40)).toString("latin1");
  const plain = sharp(makePng(60, 40, { pixels: undefined }));
  return [
    ENDLESS_PNG,
    makePng(60, 40, { extra: [noted] }),
    makePng(60, 40, { color: 2, extra: [noted, ["tRNS", new Uint8Array(6)]] }),
    makePng(60, 40, {
      color: 3,
      extra: [
        ["PLTE", new Uint8Array(9)],
        ["tRNS", new Uint8Array(3)],
      ],
    }),
    makePng(60, 40, { color: 0, depth: 16 }),
    new Uint8Array(await plain.clone().png({ progressive: true }).toBuffer()),
    new Uint8Array([...(await plain.clone().png({ palette: true }).toBuffer()), ...Buffer.from(HIDDEN)]),
    await makeJpeg(60, 40, { trailing: HIDDEN }),
    await makeJpeg(60, 40, { orientation: 8, trailing: second, progressive: true }),
    new Uint8Array(
      await sharp(await makeJpeg(60, 40))
        .toColorspace("cmyk")
        .jpeg()
        .toBuffer(),
    ),
  ];
}

type Change = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const flip = fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(
  ([at, bits]): Change =>
    (bytes) => {
      const copy = bytes.slice();
      const index = Math.floor(at * copy.length);
      copy[index] = (copy[index] ?? 0) ^ bits;
      return copy;
    },
);
const cut = place.map(
  (at): Change =>
    (bytes) =>
      bytes.slice(0, Math.floor(at * bytes.length)),
);
/** Puts one part of a file elsewhere, or twice: chunks in the wrong order, more than one head. */
const move = fc.tuple(place, place, place).map(
  ([from, to, where]): Change =>
    (bytes) => {
      const [start = 0, end = 0] = [from, to]
        .map((at) => Math.floor(at * bytes.length))
        .sort((a, b) => a - b);
      const at = Math.floor(where * bytes.length);
      return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(start, end), ...bytes.slice(at)]);
    },
);
const change = fc.oneof({ weight: 3, arbitrary: flip }, cut, move);

it("whatever picture is let in is drawn, and nothing else of its file is left", {
  timeout: LONG,
}, async () => {
  const sound = await pictures();
  const pool = open(600);
  let drawn = 0;
  const check = async (bytes: Uint8Array) => {
    const cleaned = await cleanPicture(bytes);
    if ("unfit" in cleaned) return;
    const { png } = cleaned;
    expect(chunkNames(png).filter((name) => name !== "IDAT")).toEqual(["IHDR", "pHYs", "IEND"]);
    for (const hidden of [HIDDEN, EXIF_MARK, "Exif"]) expect(Buffer.from(png).includes(hidden)).toBe(false);
    const pdf = await pool.run({ quote, logo: png }, "shop");
    expect(Buffer.from(pdf).includes("/Subtype /Image")).toBe(true);
    drawn += 1;
  };
  for (const bytes of sound) await check(bytes);
  expect(drawn).toBe(sound.length);
  const changed = fc.tuple(fc.nat(sound.length - 1), fc.array(change, { maxLength: 3 }));
  await fc.assert(
    fc.asyncProperty(changed, async ([which, changes]) => {
      await check(changes.reduce((bytes, next) => next(bytes), sound[which] ?? new Uint8Array()));
    }),
    { numRuns: 150 },
  );
});

it("a picture that stops the drawing is given up, others are answered meanwhile, and a PDF without it is drawn", {
  timeout: LONG,
}, async () => {
  const pool = open(3);
  const server = createServer((_request, response) => response.end("ok")).listen(0);
  await once(server, "listening");
  const endless = pool.run({ quote, logo: ENDLESS_PNG }, "shop").catch((error) => error);
  const { port } = server.address() as AddressInfo;
  expect(await (await fetch(`http://localhost:${port}`)).text()).toBe("ok");
  server.close();
  expect(await endless).toBeInstanceOf(TookTooLong);
  expect((await open(600).run({ quote, logo: null }, "shop")).length).toBeGreaterThan(1000);
});
