import { describe, expect, it } from "vitest";
import { namesOf, refuseTaken } from "./names.ts";
import { renamed } from "./new.ts";

describe("the names of a new feature", () => {
  it.each([
    ["recalls", "Recall notices", "recall", "Recall notice"],
    ["warranties", "Glass warranties", "warranty", "Glass warranty"],
    ["patches", "ADAS patches", "patch", "ADAS patch"],
  ])("%s, %s", (path, title, one, oneTitle) => {
    expect(namesOf(path, title)).toMatchObject({ path, title, one, oneTitle });
  });

  it.each([
    ["Recalls", "Recall notices", /one word of 3 to 24 small letters/],
    ["recall-notices", "Recall notices", /one word of 3 to 24 small letters/],
    ["../recalls", "Recall notices", /one word of 3 to 24 small letters/],
    ["glass", "Glasses", /"glass" is no plural/],
    ["classes", "Classes", /"class" has a meaning/],
    ["tables", "Tables", /"table" has a meaning/],
    ["recalls", "Recall notice", /"Recall notice" is no plural/],
    ["recalls", 'Recall "notices', /words of letters and digits/],
    ["recalls", "recall notices", /the first with a capital/],
  ])("%s, %s is refused", (path, title, why) => {
    expect(() => namesOf(path, title)).toThrow(why);
  });

  it.each([
    ["customers", /app\/\[tenant\]\/customers is there already/],
    ["catalogs", null],
    ["parts", /a model Part or a table parts/],
    ["insurers", /a model Insurer or a table insurers/],
  ])("%s: what is there is not written over", (path, why) => {
    const refuse = () => refuseTaken(namesOf(path, "Odd things"));
    if (why) expect(refuse).toThrow(why);
    else expect(refuse).not.toThrow();
  });

  it("stand in the templates in place of the example's, in each writing", () => {
    const names = namesOf("patches", "ADAS patches");
    const example =
      "Recall notices, a Recall notice; recall notices: NewRecall, RecallsPage, db.recall, /recalls";
    expect(renamed(example, names)).toBe(
      "ADAS patches, a ADAS patch; ADAS patches: NewPatch, PatchesPage, db.patch, /patches",
    );
  });
});
