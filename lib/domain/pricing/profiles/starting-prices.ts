import type { ProfilePrices } from "./profile";

/** Stands behind a profile's name until a person has saved it, so that every price made from it says so. */
export const STARTING = " (starting prices)";

const off = (pattern: string, percent: number) => ({
  pattern,
  kind: "discount" as const,
  bps: percent * 100,
  cents: null,
  effectiveFrom: null,
  effectiveTo: null,
});

const common = {
  laborMode: "hourly" as const,
  mouldingCents: 42_00,
  mobile: { mode: "flat" as const },
  calStaticCents: 250_00,
  calDynamicCents: 225_00,
  calDualCents: 395_00,
  chipFirstCents: 89_00,
  chipNextCents: 29_00,
};

/** Something to begin from: near to what is common in the trade, agreed with nobody, and to be checked before the first quote. */
export function startingPrices(): { cash: ProfilePrices; insurance: ProfilePrices } {
  return {
    cash: {
      ...common,
      laborCents: 60_00,
      kitCents: 25_00,
      clipCents: 2_25,
      mobileCents: 35_00,
      disposalCents: 5_00,
      rules: [
        ...["DW*", "FW*"].flatMap((windshields) => [
          off(windshields, 55),
          off(`${windshields}:oee`, 45),
          off(`${windshields}:dealer`, 10),
        ]),
        off("grade:dealer", 10),
        off("*", 50),
      ],
    },
    insurance: {
      ...common,
      laborCents: 42_00,
      kitCents: 20_00,
      clipCents: null,
      mobileCents: null,
      disposalCents: null,
      rules: [off("DW*", 40), off("FW*", 40), off("*", 25)],
    },
  };
}
