import { renderToBuffer } from "@react-pdf/renderer";
import { QuoteDocument } from "./document";
import type { QuotePaper } from "./paper";

/** A quote as a PDF, made of the data given and nothing else. */
export async function quotePdf(quote: QuotePaper): Promise<Uint8Array> {
  return new Uint8Array(await renderToBuffer(<QuoteDocument quote={quote} />));
}
