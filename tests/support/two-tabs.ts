import { describe, expect, it } from "vitest";
import { shownOf } from "@/lib/forms/shown";
import { press } from "./doors";
import type { Furnished } from "./furnished";

type Values = Record<string, string>;
type Row = Record<string, unknown>;
type Form = {
  action: Parameters<typeof press>[1];
  /** What the form posts besides what the tabs change. */
  values: Values;
  read: () => Promise<Row>;
  names: readonly string[];
};

export type TwoTabs = {
  /** Makes the record, and what its form posts. */
  open: () => Promise<Form>;
  /** What both tabs change. */
  field: string;
  /** What the first tab changes beside it; none where the form has one field. */
  other?: string;
};

/** Text for a field, as both tabs may type it. */
const typed = (field: string, which: string) =>
  field === "onHand" ? "5" : field === "email" ? `${which}@odd.example` : `${which} 7`;

/** A form that edits a record, open in two tabs at once: the second save undoes nothing of the first unseen. */
export function tryInTwoTabs(odd: () => Furnished, { open, field, other }: TwoTabs): void {
  describe("in two tabs", () => {
    const opened = async () => {
      const form = await open();
      const shown = shownOf(await form.read(), form.names);
      const save = (changes: Values) =>
        press(odd().owner, form.action, { ...form.values, shown, ...changes });
      return { ...form, save };
    };

    it("takes a save that changes nothing", async () => {
      const { save, read, names } = await opened();
      await save({ [field]: "third 7" });
      const again = await save({ [field]: "third 7", shown: shownOf(await read(), names) });
      expect(again.errors).toBeUndefined();
      expect(again.message ?? "").not.toContain("Others keep changing");
      expect((await read())[field]).toBe("third 7");
    });

    it("tells the second what the first did to the same field, and then saves over it", async () => {
      const { save, read } = await opened();
      expect((await save({ [field]: "first 7" })).errors).toBeUndefined();
      const before = await read();
      const refused = await save({ [field]: "second 7" });
      expect(refused.errors).toEqual({ [field]: ["Now: “first 7”."] });
      expect(await read()).toEqual(before);
      const again = await save({ [field]: "second 7", shown: refused.shown ?? "" });
      expect(again.errors).toBeUndefined();
      expect((await read())[field]).toBe("second 7");
    });

    it.runIf(other)("keeps what the first did to another field", async () => {
      const { save, read } = await opened();
      const first = typed(other ?? "", "first");
      await save({ [other ?? ""]: first });
      expect((await save({ [field]: "second 7" })).errors).toBeUndefined();
      const row = await read();
      expect([
        String(row[other ?? ""])
          .toLowerCase()
          .replace(" ", ""),
        row[field],
      ]).toEqual([first.replace(" ", ""), "second 7"]);
    });
  });
}
