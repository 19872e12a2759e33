import { z } from "zod";
import { optionalLines } from "@/lib/forms/fields";
import { filled, numberedRows } from "@/lib/forms/form-rows";
import { isVisible, oneLine } from "@/lib/forms/typed-text";
import { POSITIONS } from "@/lib/glass/parts/nags";

/** "" is every grade without a list of its own. */
export const BRAND_GRADES = ["", "aftermarket", "oee", "oem", "dealer"] as const;

const MOST_LISTS = POSITIONS.length * BRAND_GRADES.length;
const MOST_BRANDS = 12;
const MOST_LETTERS = 40;

const typed = optionalLines(600);

const BrandRow = z
  .object({ position: z.enum(POSITIONS), grade: z.enum(BRAND_GRADES), brands: typed })
  .transform(({ position, grade, brands }, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["brands"], message });
    const names = readBrands(brands);
    const long = names.find((name) => name.length > MOST_LETTERS);
    if (names.length > MOST_BRANDS) refuse(`At most ${MOST_BRANDS} brands.`);
    if (long) refuse(`At most ${MOST_LETTERS} characters a brand. Put commas between them.`);
    return { glassPosition: position, grade, brands: names };
  });

/** Brands between commas, each once, the best first. */
export function readBrands(text: string): string[] {
  const names = text.split(/[,;\n]/).map(oneLine);
  const isFirst = (name: string, index: number) =>
    names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index;
  return names.filter((name, index) => isVisible(name) && isFirst(name, index));
}

/** Which brands a shop likes best, a list for each opening and grade. */
export const SaveBrands = z.object({
  lists: numberedRows(BrandRow, MOST_LISTS, ["brands"])
    .superRefine((lists, context) => {
      const keys = lists.map((list) => list && `${list.glassPosition} ${list.grade}`);
      keys.forEach((key, index) => {
        const message = "This glass has a list already.";
        if (key && keys.indexOf(key) < index)
          context.addIssue({ code: "custom", path: [index, "position"], message });
      });
    })
    .transform(filled),
});
