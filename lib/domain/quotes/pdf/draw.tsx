import { renderToBuffer } from "@react-pdf/renderer";
import { type PdfFacts, QuoteDocument } from "./document";

/** A quote as a PDF, made of the data given and nothing else. Done in a process apart alone, see `quotePdf`. */
export async function drawQuote(facts: PdfFacts): Promise<Uint8Array> {
  return new Uint8Array(await renderToBuffer(<QuoteDocument {...facts} />));
}
