import { describe, expect, it, test } from "vitest";
import { splitTotal } from "./deductible";
import { ODD_PRICES as prices } from "./odd-fixtures";
import { quote } from "./quote";
import { ITEM, REQUEST, WINDSHIELD } from "./quote-fixtures";
import type { QuoteRequest } from "./quote-types";

describe("a deductible", () => {
  const total = 61_803;
  const at = { state: "TX", windshieldOnly: true, repairOnly: false };

  // biome-ignore format: a row a line
  test.each([
    ["nobody's, for cash", null, at, [0, total, null, "Cash"]],
    ["the policy's", { deductibleCents: 25_037, stated: false }, at, [36_766, 25_037, 25_037, "Deductible of the policy"]],
    ["more than the whole", { deductibleCents: total + 1, stated: false }, at, [0, total, total + 1, "Deductible of the policy"]],
    ["stated, whatever the state", { deductibleCents: 10_001, stated: true }, { ...at, state: "FL" }, [51_802, 10_001, 10_001, "Deductible as stated by the insurer"]],
    ["stated as nothing", { deductibleCents: 0, stated: true }, at, [total, 0, 0, "Deductible as stated by the insurer"]],
    ["stated, yet not known", { deductibleCents: null, stated: true }, at, [total, 0, null, "Deductible not known yet"]],
    ["waived in Florida", { deductibleCents: 10_001, stated: false }, { ...at, state: "fl" }, [total, 0, 0, "Florida: no deductible on windshields"]],
    ["waived in Kentucky, known or not", { deductibleCents: null, stated: false }, { ...at, state: "KY" }, [total, 0, 0, "Kentucky: no deductible on windshields"]],
    ["waived in South Carolina", { deductibleCents: 1, stated: true }, { ...at, state: "SC" }, [total - 1, 1, 1, "Deductible as stated by the insurer"]],
    ["South Carolina's for windshields", { deductibleCents: 7, stated: false }, { ...at, state: "SC" }, [total, 0, 0, "South Carolina: no deductible on windshields"]],
    ["not waived for other glass", { deductibleCents: 7, stated: false }, { ...at, state: "FL", windshieldOnly: false }, [total - 7, 7, 7, "Deductible of the policy"]],
    ["waived for a repair", { deductibleCents: 7, stated: false }, { ...at, repairOnly: true }, [total, 0, 0, "Repair: insurers usually waive the deductible"]],
    ["of no state", { deductibleCents: 7, stated: false }, { ...at, state: null }, [total - 7, 7, 7, "Deductible of the policy"]],
  ] as const)("is %s", (_, insurance, work, [insurerCents, customerCents, deductibleCents, rule]) => {
    expect(splitTotal(total, insurance, work)).toEqual({
      insurerCents,
      customerCents,
      deductibleCents,
      rule,
    });
  });

  it("is waived for windshields and their chips alone", () => {
    const insurance = { deductibleCents: 7, stated: false };
    const rule = (change: Partial<QuoteRequest>) =>
      quote({ ...REQUEST, state: "FL", insurance, ...change }, prices).shares.rule;
    const door = { ...ITEM, id: "b", part: { ...WINDSHIELD, glassPosition: "door" as const } };
    expect(rule({})).toBe("Florida: no deductible on windshields");
    expect(rule({ items: [], chips: 1 })).toBe("Florida: no deductible on windshields");
    expect(rule({ chips: 1, state: "TX" })).toBe("Deductible of the policy");
    expect(rule({ items: [], chips: 1, state: "TX" })).toBe("Repair: insurers usually waive the deductible");
    expect(rule({ items: [ITEM, door] })).toBe("Deductible of the policy");
    expect(rule({ items: [] })).toBe("Deductible of the policy");
  });
});
