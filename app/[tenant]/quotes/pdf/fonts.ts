import path from "node:path";
import alphabets from "@fontsource/inter/unicode.json";
import { Font } from "@react-pdf/renderer";

/** Inter comes a file an alphabet; a character is looked for in each in turn. */
export const fontFamily = [
  "latin",
  "latin-ext",
  "vietnamese",
  "cyrillic",
  "cyrillic-ext",
  "greek",
  "greek-ext",
];

const folder = path.join(process.cwd(), "node_modules/@fontsource/inter/files");
const weights = [400, 600];

for (const family of fontFamily)
  Font.register({
    family,
    fonts: weights.map((fontWeight) => ({
      src: path.join(folder, `inter-${family}-${fontWeight}-normal.woff`),
      fontWeight,
    })),
  });
/** As many of the widest letters as fit into a column of three. */
const LONGEST_WHOLE = 16;

// Names and part numbers stay whole; a longer word may break anywhere rather than run off the page.
Font.registerHyphenationCallback((word) => (word.length > LONGEST_WHOLE ? Array.from(word) : [word]));

const ranges = Object.values(alphabets).flatMap((list) =>
  list.split(",").map((range) => {
    const [from = "", to = from] = range.replace("U+", "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  }),
);

/** Marks that show nothing, or turn the text behind them around. */
const UNSEEN = /\p{Cf}/gu;

/** A text with "?" for each character that Inter can't write: without a glyph, the PDF would show others in its place. */
export function printable(text: string): string {
  const known = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 10 || (code >= 32 && ranges.some(([from, to]) => from <= code && code <= to));
  };
  return Array.from(text.normalize("NFC").replace(UNSEEN, "").replaceAll("\t", " "), (character) =>
    known(character) ? character : "?",
  ).join("");
}
