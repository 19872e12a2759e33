/** What can be said about a VIN without any database. */
export type VinCheck = {
  /** Upper case, without spaces or dashes. */
  vin: string;
  /** 17 legal characters: it can be decoded, even when a warning stands. */
  usable: boolean;
  /** Why it cannot be decoded. */
  error: string | null;
  /** It can be decoded, yet something does not add up. */
  warning: string | null;
};

const VALUES: Record<string, number> = {
  ...Object.fromEntries([..."0123456789"].map((digit) => [digit, Number(digit)])),
  ...Object.fromEntries([..."ABCDEFGH"].map((letter, index) => [letter, index + 1])),
  ...Object.fromEntries([..."JKLMN"].map((letter, index) => [letter, index + 1])),
  ...{ P: 7, R: 9 },
  ...Object.fromEntries([..."STUVWXYZ"].map((letter, index) => [letter, index + 2])),
};

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Position 10, a cycle of 30 years that began in 1980 (49 CFR 565.15, table VII). */
const YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";

const LOOKALIKES: Record<string, string> = { I: "1", O: "0", Q: "0" };

/**
 * Checks a VIN as typed: length, letters that no VIN has, and the check digit in position 9 (49 CFR 565.15).
 * A wrong check digit only warns, since a typed-in digit elsewhere may still leave the vehicle right.
 */
export function checkVin(text: string): VinCheck {
  const vin = text.toUpperCase().replace(/[\s-]/g, "");
  const error = whyUnusable(vin);
  if (error) return { vin, usable: false, error, warning: null };
  const expected = checkDigit(vin);
  const warning =
    vin[8] === expected
      ? null
      : `The check digit (position 9) is ${vin[8]}, should be ${expected}. One character may be mistyped.`;
  return { vin, usable: true, error: null, warning };
}

/** The digit 0 to 9, or X, that position 9 of these 17 characters must hold. */
export function checkDigit(vin: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (VALUES[vin[index] ?? ""] ?? 0), 0);
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

/**
 * The model years that position 10 can mean, the likelier first, none later than next year.
 * For cars and light trucks a digit in position 7 means 1980 to 2009 and a letter 2010 to 2039 (49 CFR 565.15).
 */
export function modelYears(vin: string, thisYear: number): number[] {
  const index = YEAR_CODES.indexOf(vin[9] ?? "");
  if (index < 0) return [];
  const early = 1980 + index;
  const late = early + 30;
  const ordered = /\d/.test(vin[6] ?? "") ? [early, late] : [late, early];
  return ordered.filter((year) => year <= thisYear + 1);
}

/** The maker's code: three characters, or six where the third is 9 (makers of fewer than 1,000 vehicles a year). */
export function wmiOf(vin: string): string {
  return vin[2] === "9" ? vin.slice(0, 3) + vin.slice(11, 14) : vin.slice(0, 3);
}

function whyUnusable(vin: string): string | null {
  if (vin === "") return "Enter the VIN: 17 characters, on the dash or the door jamb.";
  const illegal = [...new Set(vin)].filter((character) => !(character in VALUES));
  if (illegal.length > 0) return illegal.map((character) => explainIllegal(character, vin)).join(" ");
  if (vin.length !== 17) return `A VIN has 17 characters; this has ${vin.length}.`;
  if (!/[0-9X]/.test(vin[8] ?? "")) return `Position 9 is the check digit, 0 to 9 or X, not ${vin[8]}.`;
  return null;
}

function explainIllegal(character: string, vin: string): string {
  const position = vin.indexOf(character) + 1;
  const meant = LOOKALIKES[character];
  return meant
    ? `No VIN has the letter ${character} (position ${position}); is it ${meant}?`
    : `No VIN has the character ${character} (position ${position}).`;
}
