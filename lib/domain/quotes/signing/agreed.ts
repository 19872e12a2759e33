import type { accept } from "../verbs";
import { acceptWording } from "./wording";

type Chosen = Parameters<typeof accept>[1];

/** The words and the numbers that the signature stands under. */
export function agreedTo(
  { grade, taxCents, totalCents, customerCents, insurerCents, lines }: Chosen,
  shop: string,
) {
  return {
    wording: acceptWording(shop, customerCents),
    grade,
    taxCents,
    totalCents,
    customerCents,
    insurerCents,
    lines: lines.map(({ description, quantity, totalCents }) => ({ description, quantity, totalCents })),
  };
}
