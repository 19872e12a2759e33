/** An amount of US money in whole cents. */
export type Cents = number;

/** A share in basis points: 10,000 is 100 %, 825 is 8.25 %. */
export type Bps = number;

/** The largest amount that fits a 32-bit integer column: $21,474,836.47. */
export const MAX_CENTS: Cents = 2_147_483_647;

/**
 * Divides two integers and rounds to the nearest integer; a half goes away from zero, so a refund mirrors its charge.
 * @throws RangeError when either is no safe integer, or the divisor is not positive
 */
export function halfUp(numerator: number, divisor: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(divisor) || divisor <= 0) {
    throw new RangeError(`Cannot round ${numerator} / ${divisor} exactly`);
  }
  const size = Math.abs(numerator);
  const rest = size % divisor;
  const quotient = (size - rest) / divisor;
  const rounded = rest >= divisor - rest ? quotient + 1 : quotient;
  return numerator < 0 && rounded > 0 ? -rounded : rounded;
}

/** A share of an amount, rounded half up to the cent: 42,500 cents at 825 bps are 3,506. */
export function timesBps(cents: Cents, bps: Bps): Cents {
  return halfUp(cents * bps, 10_000);
}

/** An amount as people write it: 123450 becomes "$1,234.50", -500 becomes "-$5.00". */
export function formatCents(cents: Cents): string {
  const size = Math.abs(cents);
  const dollars = Math.floor(size / 100).toString();
  const grouped = dollars.replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = (size % 100).toString().padStart(2, "0");
  return `${cents < 0 ? "-" : ""}$${grouped}.${rest}`;
}

/** A share as people write it: 825 becomes "8.25%", 5500 becomes "55%". */
export function formatBps(bps: Bps): string {
  return `${Number((bps / 100).toFixed(4))}%`;
}

/**
 * Reads an amount that a person typed: "1,234.50", "$1234.5", ".75", "-5".
 * @returns cents, or null when it is no amount, has a part of a cent, or is beyond MAX_CENTS
 */
export function parseMoney(text: string): Cents | null {
  const match = /^(-?)\s*\$?\s*(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d{0,2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, dollars = "", fraction = ""] = match;
  if (dollars === "" && fraction === "") return null;
  const cents = Number(dollars.replaceAll(",", "") || "0") * 100 + Number(fraction.padEnd(2, "0"));
  if (cents > MAX_CENTS) return null;
  return sign && cents > 0 ? -cents : cents;
}

/**
 * Reads a percentage that a person typed: "55", "8.25%", "12.5 %".
 * @returns basis points (at most two decimals of a percent), or null when it is no such number
 */
export function parsePercent(text: string): Bps | null {
  const match = /^(\d{1,4})(?:\.(\d{0,2}))?\s*%?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/**
 * The part of an amount that falls to a part of a whole, rounded half up: of 1,000 cents off 4,000, a line of 1,000 bears 250.
 * Exact for any integers; none may be negative, and the whole is more than zero.
 */
export function proportion(cents: Cents, part: number, whole: number): Cents {
  return Number((2n * BigInt(cents) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}
