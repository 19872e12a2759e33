import { type Face, faces, PLAIN_FACE } from "./fonts";

/** A piece of text that one font writes. */
export type Run = { text: string; face: string };

/** Marks that show nothing, or turn the text behind them around. The two that join and part letters are kept where a font knows them. */
const UNSEEN = /(?![\u200c\u200d])\p{Cf}/gu;
const JOINERS = /[\u200c\u200d]/;
/** Vowel points, which Arabic and Hebrew are read without. The library that draws puts them in wrong places. */
const POINTS = /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed]/;
const MARK = /^\p{M}$/u;
/** The library takes letters of these scripts apart before it draws them. */
const TAKEN_APART = /[\p{sc=Devanagari}\p{sc=Gujarati}\p{sc=Tamil}]/gu;

type Piece = { text: string; face: Face | null };

/**
 * A text as it is printed, and what of it is not: characters without a glyph, and words whose marks the library that draws would put in wrong
 * places. It is that library which is asked, with the fonts that it draws with. A "?" stands for what is missing; marks and points alone are left out.
 */
export function typeset(text: string): { runs: Run[]; lost: string[] } {
  const lost: string[] = [];
  const runs: Run[] = [];
  const print = (printed: string, face: string) => {
    const last = runs.at(-1);
    if (last?.face === face) last.text += printed;
    else if (printed) runs.push({ text: printed, face });
  };
  for (const { text: piece, face } of piecesOf(text)) {
    if (face && isDrawnRight(piece, face)) print(piece, face.name);
    else {
      lost.push(named(piece));
      print(MARK.test(piece) ? "" : "?".repeat(Array.from(piece).length), PLAIN_FACE);
    }
  }
  return { runs, lost: [...new Set(lost)] };
}

/** Neighbors of one font in one piece; each character without a font, and each mark that is left out, in a piece of its own. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const character of Array.from(clean(text))) {
    const last = pieces.at(-1);
    const face = faceOf(character, last?.face ?? null);
    if (face && last?.face === face) last.text += character;
    else if (face || !JOINERS.test(character)) pieces.push({ text: character, face });
  }
  return pieces;
}

const clean = (text: string) =>
  text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replaceAll("\t", " ")
    .replace(TAKEN_APART, (letter) => letter.normalize("NFD"));

/** Joiners and marks belong to the letter before them, and so to its font. @returns null where no font has it. */
function faceOf(character: string, before: Face | null): Face | null {
  const code = character.codePointAt(0) ?? 0;
  if (POINTS.test(character) || (code < 32 && code !== 10)) return null;
  const known = ({ fonts }: Face) => code === 10 || fonts().every((font) => font.hasGlyphForCodePoint(code));
  if (MARK.test(character) || JOINERS.test(character)) return before?.of && known(before) ? before : null;
  return faces.find((face) => (face.of?.test(character) ?? true) && known(face)) ?? null;
}

/** The library drops what a glyph is moved up or down by, and some sequences of marks stop it. Inter's pieces have no marks. */
function isDrawnRight(text: string, { fonts, of }: Face): boolean {
  if (!of) return true;
  try {
    return fonts().every((font) =>
      font
        .layout(text, undefined, undefined, undefined, "ltr")
        .positions.every(({ yOffset }) => yOffset === 0),
    );
  } catch {
    return false;
  }
}

const named = (text: string) =>
  /^[\p{C}\p{M}]$/u.test(text)
    ? `U+${text.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`
    : text;
