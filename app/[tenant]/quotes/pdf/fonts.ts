import { readFileSync } from "node:fs";
import path from "node:path";
import { Font } from "@react-pdf/renderer";
import * as fontkit from "fontkit";
import { unpackWoff } from "./woff";

const folder = path.join(process.cwd(), "node_modules/@fontsource");
const WEIGHTS = [400, 600] as const;

/** A font of one alphabet, opened and told to the library that draws when a text first needs it. */
export type Face = {
  name: string;
  /** Which characters to look for in it; a font for all has none, and writes no marks. */
  of?: RegExp;
  /** In both weights, from the very files that are drawn with. */
  fonts: () => fontkit.Font[];
};

function face(name: string, files: string, of?: RegExp): Face {
  let opened: fontkit.Font[] | undefined;
  const open = () => {
    const unpacked = WEIGHTS.map((weight) =>
      unpackWoff(readFileSync(path.join(folder, `${files}-${weight}-normal.woff`))),
    );
    const sources = unpacked.map((font, index) => ({
      src: `data:font/ttf;base64,${font.toString("base64")}`,
      fontWeight: WEIGHTS[index],
    }));
    Font.register({ family: name, fonts: sources });
    return unpacked.map((font) => fontkit.create(font) as fontkit.Font);
  };
  return {
    name,
    of,
    fonts: () => {
      opened ??= open();
      return opened;
    },
  };
}

const inter = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext"];
const noto = (script: string, subset: string, of: RegExp) =>
  face(`noto-${script}`, `noto-sans-${script}/files/noto-sans-${script}-${subset}`, of);

/**
 * In the order in which a character is looked for in them. Other scripts have fonts too, but the library sets no mark at its height:
 * Thai, Bengali and Khmer would read wrong, and Telugu and Gurmukhi stop it.
 */
export const faces: readonly Face[] = [
  ...inter.map((subset) => face(`inter-${subset}`, `inter/files/inter-${subset}`)),
  face("vazirmatn", "vazirmatn/files/vazirmatn-arabic", /\p{scx=Arabic}/u),
  noto("hebrew", "hebrew", /\p{scx=Hebrew}/u),
  noto("devanagari", "devanagari", /\p{scx=Devanagari}/u),
  noto("gujarati", "gujarati", /\p{scx=Gujarati}/u),
  noto("tamil", "tamil", /\p{scx=Tamil}/u),
  noto("armenian", "armenian", /\p{scx=Armenian}/u),
  noto("georgian", "georgian", /\p{scx=Georgian}/u),
  noto("ethiopic", "ethiopic", /\p{scx=Ethiopic}/u),
  noto("kr", "korean", /\p{scx=Hangul}/u),
  noto(
    "sc",
    "chinese-simplified",
    /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\u3000-\u303f\uff00-\uffef]/u,
  ),
];

/** What a text without a letter of its own is set in. */
export const PLAIN_FACE = "inter-latin";

/** As many of the widest letters as fit into a column of three. */
const LONGEST_WHOLE = 16;
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

// Names and part numbers stay whole; a longer word may break anywhere rather than run off the page.
Font.registerHyphenationCallback((word) =>
  word.length > LONGEST_WHOLE ? Array.from(letters.segment(word), ({ segment }) => segment) : [word],
);
