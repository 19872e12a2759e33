import type { GlassPosition } from "../parts/nags";
import type { GlassGrade } from "./rules";

/** The makers a shop likes best for an opening, the best first; an empty grade stands for every grade without a list of its own. */
export type BrandPreference = { glassPosition: string; grade: string; brands: string[] };

/** The makers to offer for a piece of glass, the best first; none where the shop has no preference. */
export function brandsFor(
  preferences: readonly BrandPreference[],
  position: GlassPosition,
  grade: GlassGrade,
): string[] {
  const here = preferences.filter(({ glassPosition }) => glassPosition === position);
  return (here.find((one) => one.grade === grade) ?? here.find((one) => one.grade === ""))?.brands ?? [];
}

/** Chosen where no maker shall be named. */
export const NO_BRAND = "none";

/** The maker to name: the one chosen from the list, else the best; "" where none is to be named. */
export function brandOf(offered: readonly string[], chosen: string): string {
  if (chosen === NO_BRAND) return "";
  return offered.includes(chosen) ? chosen : (offered[0] ?? "");
}
