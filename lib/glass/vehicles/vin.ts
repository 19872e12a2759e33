/** What can be said about a VIN without any database. */
export type VinCheck = {
  /** Upper case, without spaces or dashes. */
  vin: string;
  /** 17 legal characters: it can be decoded, even when a warning stands. */
  usable: boolean;
  /** Why it can't be any vehicle's. */
  error: string | null;
  /** It is some vehicle's, yet something does not add up. */
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

const LENGTH = 17;

/** Before this year each maker numbered its cars in its own way. */
const STANDARD_SINCE = 1981;

/** Numbers of a maker's own, as on older cars and those made for other markets: none is shorter or longer. */
const OWN_SHORTEST = 4;
const OWN_LONGEST = 13;

/** Cars for North America, whose makers' codes begin so, always have a check digit. */
const NORTH_AMERICAN = /^[1-5]/;

/**
 * Checks a VIN as typed: length, letters that no VIN has, and the check digit in position 9 (49 CFR 565.15). What the real world has
 * only warns: a wrong check digit, none at all as in Europe, and the shorter numbers of old cars.
 * @param year the model year, where it is known
 */
export function checkVin(text: string, year: number | null = null): VinCheck {
  const vin = text.toUpperCase().replace(/[\s-]/g, "");
  const error = whyImpossible(vin, year);
  const usable = error === null && vin.length === LENGTH;
  return { vin, usable, error, warning: error ? null : usable ? digitWarning(vin) : ownWarning(vin, year) };
}

function digitWarning(vin: string): string | null {
  const expected = checkDigit(vin);
  const elsewhere = NORTH_AMERICAN.test(vin) ? "" : ", unless the vehicle was made for another market";
  if (vin[8] === expected) return null;
  if (!hasCheckDigit(vin))
    return `Position 9 is ${vin[8]} and no check digit. One character may be mistyped${elsewhere}.`;
  return `The check digit (position 9) is ${vin[8]}, should be ${expected}. One character may be mistyped${elsewhere}.`;
}

function ownWarning(vin: string, year: number | null): string {
  const old = year !== null && year < STANDARD_SINCE;
  return old
    ? `VINs from before ${STANDARD_SINCE} differ from maker to maker: nothing could be checked or decoded.`
    : `A VIN has ${LENGTH} characters since ${STANDARD_SINCE}; this has ${vin.length}. Right only for an older vehicle, or one made for another market.`;
}

const hasCheckDigit = (vin: string) => /[0-9X]/.test(vin[8] ?? "");

/** The digit 0 to 9, or X, that position 9 of these 17 characters must hold. */
export function checkDigit(vin: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (VALUES[vin[index] ?? ""] ?? 0), 0);
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

/**
 * The model years that position 10 can mean, the likelier first, none later than next year.
 * For cars and light trucks a digit in position 7 means 1980 to 2009 and a letter 2010 to 2039 (49 CFR 565.15). A VIN without a check
 * digit was made for another market, where position 7 says nothing of the year: then the latest is the likelier.
 */
export function modelYears(vin: string, thisYear: number): number[] {
  const index = YEAR_CODES.indexOf(vin[9] ?? "");
  if (index < 0) return [];
  const early = 1980 + index;
  const late = early + 30;
  const ordered = hasCheckDigit(vin) && /\d/.test(vin[6] ?? "") ? [early, late] : [late, early];
  return ordered.filter((year) => year <= thisYear + 1);
}

/** The maker's code: three characters, or six where the third is 9 (makers of fewer than 1,000 vehicles a year). */
export function wmiOf(vin: string): string {
  return vin[2] === "9" ? vin.slice(0, 3) + vin.slice(11, 14) : vin.slice(0, 3);
}

function whyImpossible(vin: string, year: number | null): string | null {
  if (vin === "") return "Enter the VIN: 17 characters, on the dash or the door jamb.";
  const ownWay = vin.length !== LENGTH || (year !== null && year < STANDARD_SINCE);
  const illegal = [...new Set(vin)].filter((one) => !(one in VALUES) && !(ownWay && one in LOOKALIKES));
  if (illegal.length > 0) return illegal.map((character) => explainIllegal(character, vin)).join(" ");
  const longest = year !== null && year < STANDARD_SINCE ? LENGTH : OWN_LONGEST;
  const isOwn = vin.length >= OWN_SHORTEST && vin.length <= longest;
  return vin.length === LENGTH || isOwn ? null : `A VIN has ${LENGTH} characters; this has ${vin.length}.`;
}

function explainIllegal(character: string, vin: string): string {
  const position = vin.indexOf(character) + 1;
  const meant = LOOKALIKES[character];
  return meant
    ? `No VIN has the letter ${character} (position ${position}); is it ${meant}?`
    : `No VIN has the character ${character} (position ${position}).`;
}
