import sharp from "sharp";

// Nothing but these two is ever read, whatever a file says of itself, and nothing is kept between pictures.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadPngBuffer", "VipsForeignLoadJpegBuffer"] });
sharp.cache(false);
sharp.concurrency(1);

const SMALLEST = 16;
const LARGEST = 2000;
/** In pixels: the largest that a letterhead has, at 300 dots an inch. */
const KEPT = { width: 640, height: 240 };
const MOST_SECONDS = 20;

/** A picture made anew, or why it can't be one, for whoever chose it. */
export type Cleaned = { png: Uint8Array } | { unfit: string };

/**
 * Reads a PNG or JPEG to its pixels and writes a new PNG of them: 8 bits a color, no palette, not interlaced, no larger than a letterhead
 * needs. Nothing else of the file is left, neither what it says of where it was taken nor what follows its end.
 */
export async function cleanPicture(bytes: Uint8Array): Promise<Cleaned> {
  const head = await headOf(bytes);
  if (!head) return { unfit: "Choose a PNG or JPEG picture. Other kinds, SVG too, are not taken." };
  const { width, height } = head;
  if (Math.max(width, height) > LARGEST)
    return { unfit: `It may have at most ${LARGEST} pixels a side; this one has ${width} × ${height}.` };
  if (Math.min(width, height) < SMALLEST) return { unfit: `It needs at least ${SMALLEST} pixels a side.` };
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: LARGEST ** 2, failOn: "error" })
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize({ ...KEPT, fit: "inside", withoutEnlargement: true })
      .toColorspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const png = await sharp(data, { raw: info }).png({ compressionLevel: 9 }).toBuffer();
    return { png: new Uint8Array(png) };
  } catch {
    return { unfit: "The picture is damaged. Export it anew." };
  }
}

async function headOf(bytes: Uint8Array) {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
}
