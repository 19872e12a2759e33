import { renderToBuffer } from "@react-pdf/renderer";
import { cleanImage, UnfitImage } from "@/lib/clean-image";
import { QuoteDocument } from "./document";
import type { QuotePaper } from "./paper";

/** A quote as a PDF, made of the data given and nothing else. A logo that is no sound picture is left out. */
export async function quotePdf(quote: QuotePaper): Promise<Uint8Array> {
  const { shop } = quote;
  const sound = { ...quote, shop: { ...shop, logo: shop.logo && soundOrNull(shop.logo) } };
  return new Uint8Array(await renderToBuffer(<QuoteDocument quote={sound} />));
}

function soundOrNull(logo: Uint8Array): Uint8Array | null {
  try {
    return cleanImage(logo);
  } catch (error) {
    if (error instanceof UnfitImage) return null;
    throw error;
  }
}
