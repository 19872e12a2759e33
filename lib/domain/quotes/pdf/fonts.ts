import { readFileSync } from "node:fs";
import path from "node:path";
import { Font } from "@react-pdf/renderer";
import * as fontkit from "fontkit";
import { unpackWoff } from "./woff";

const packages = path.join(process.cwd(), "node_modules");
const WEIGHTS = [400, 600] as const;
type Weight = (typeof WEIGHTS)[number];

/** A font of one alphabet, opened and told to the library that draws when a text first needs it. */
export type Face = {
  name: string;
  /** Which characters to look for in it; a font for all has none, and writes no marks. */
  of?: RegExp;
  /** In both weights, from the very files that are drawn with. */
  fonts: () => fontkit.Font[];
};

function face(name: string, fileOf: (weight: Weight) => string, of?: RegExp): Face {
  let opened: fontkit.Font[] | undefined;
  const open = () => {
    const unpacked = WEIGHTS.map((weight) => {
      const file = readFileSync(path.join(packages, fileOf(weight)));
      return fileOf(weight).endsWith(".woff") ? unpackWoff(file) : file;
    });
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

const sourced = (family: string, subset: string, of: RegExp) =>
  face(family, (weight) => `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`, of);
const noto = (script: string, subset: string, of: RegExp) => sourced(`noto-sans-${script}`, subset, of);

const INTER = { 400: "400Regular/Inter_400Regular.ttf", 600: "600SemiBold/Inter_600SemiBold.ttf" };
/** Latin with Vietnamese, Greek and Cyrillic, whole: where one font ends, the library may break a line. */
const inter = face("inter", (weight) => `@expo-google-fonts/inter/${INTER[weight]}`);

/**
 * In the order in which a character is looked for in them. Other scripts have fonts too, but the library sets no mark at its height:
 * Thai, Bengali and Khmer would read wrong, and Telugu and Gurmukhi stop it.
 */
export const faces: readonly Face[] = [
  inter,
  sourced("vazirmatn", "arabic", /\p{scx=Arabic}/u),
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
export const PLAIN_FACE = inter.name;

/** As many of the widest letters as fit into a column of three. */
const LONGEST_WHOLE = 16;
const WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

// Names and part numbers stay whole; a longer word, and what is written without spaces, may break anywhere rather than run off the page.
// A part without a letter is where the library breaks a line and puts no hyphen.
Font.registerHyphenationCallback((word) =>
  word.length > LONGEST_WHOLE || WITHOUT_SPACES.test(word)
    ? Array.from(letters.segment(word), ({ segment }, index) =>
        index > 0 ? ["", segment] : [segment],
      ).flat()
    : [word],
);

/** So that no line ends where one font does: the hyphen that the library puts there is in few of them. */
export const NO_HYPHEN = 10_000;
