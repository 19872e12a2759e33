import { squashNags } from "./nags";

const FEWEST = 3;
const MOST = 24;

/**
 * Reads a part number outside of the NAGS format, such as a bus maker's or a dealer's: letters, digits and dashes, with a digit among them.
 * @returns upper case, with a dash where spaces or dashes stood; null where it can't be a number. `squashNags` of it is what a search compares.
 */
export function readOwnNumber(typed: string): string | null {
  const number = typed
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, "-");
  const letters = squashNags(number).length;
  const isNumber = /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(number) && /\d/.test(number);
  return isNumber && letters >= FEWEST && letters <= MOST ? number : null;
}
