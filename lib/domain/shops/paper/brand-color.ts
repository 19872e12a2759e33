/** As WCAG 2 asks of text of any size. */
const READABLE = 4.5;

/** How much a color stands out from white paper, 1 to 21, by WCAG 2. @param hex such as `#0c7284`. */
export function contrastOnWhite(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16)),
  );
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** What is wrong with a color for a shop's papers; null where nothing is, or where there is none. */
export function whyNotBrandColor(typed: string): string | null {
  if (typed === "") return null;
  if (!/^#[0-9a-f]{6}$/i.test(typed)) return "Enter a color as # and six digits, such as #0c7284.";
  if (contrastOnWhite(typed) >= READABLE) return null;
  return "Text in this color could not be read on white paper. Choose a darker one.";
}
