/** Orders a shop's own part before the shared one of the same number: shared rows have an owner of zeros. */
export const ownFirst = { owner: "desc" } as const;

/** @param rows parts in the order of `ownFirst` within a number. @returns the first of each number: a shop's own hides the shared one. */
export function onePerNumber<Row extends { nagsNumber: string }>(rows: Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ nagsNumber }) => !seen.has(nagsNumber) && seen.add(nagsNumber));
}
