import { describe, expect, it } from "vitest";
import { z } from "zod";
import { across, optionalText, percent, text } from "./fields";
import { numberedRows } from "./form-rows";

const from = percent();
const to = percent();
const range = across({ from, to }, "to", (typed) => typed.to < typed.from && `At least ${typed.from}.`);
const Range = z.object({ from, to, name: text("a name"), note: optionalText(3) }).check(range);

const told = (form: z.ZodType, posted: unknown) =>
  Object.fromEntries(
    form.safeParse(posted).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
  );

describe("a check over several fields", () => {
  it("is told in the same round as what is wrong with others", () => {
    expect(told(Range, { from: "3", to: "2", name: "", note: "long" })).toEqual({
      to: "At least 300.",
      name: "Enter a name.",
      note: "At most 3 characters.",
    });
  });

  it("waits while a field that it reads is wrong itself", () => {
    expect(told(Range, { from: "much", to: "2", name: "" })).toEqual({
      from: "Enter a percentage, such as 8.25.",
      name: "Enter a name.",
    });
  });

  it("says nothing where all is well", () => {
    expect(Range.parse({ from: "1", to: "2", name: "x" })).toMatchObject({ from: 100, to: 200 });
  });

  it("in a row of a list does not wait for the other rows, nor for the rest of the form", () => {
    const rows = numberedRows(z.object({ from, to }).check(range), 9, ["from", "to"]);
    const posted = {
      name: "",
      rows: [
        { from: "3", to: "2" },
        { from: "?", to: "2" },
      ],
    };
    expect(told(z.object({ name: text("a name"), rows }), posted)).toEqual({
      name: "Enter a name.",
      "rows.0.to": "At least 300.",
      "rows.1.from": "Enter a percentage, such as 8.25.",
    });
  });
});
