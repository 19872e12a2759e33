import { expect, it } from "vitest";
import { readForm } from "@/lib/form-data";
import { EditPart } from "./part";

const part = {
  id: "1",
  nagsNumber: "DW95555GTYN",
  description: "Demo windshield",
  side: "",
  listPriceCents: "",
  listEffectiveFrom: "",
  laborMinutes: "2",
  kitHalves: "1",
  clipsQty: "0",
  calibration: "none",
  interchange: "",
  supersededBy: "",
};
const vehicle = (model: string) => ({ yearFrom: "2019", yearTo: "2021", make: "Demo", model, bodyStyle: "" });

it("a part that an import gave hundreds of vehicles can still be edited, and loses none", () => {
  const fits = Array.from({ length: 300 }, (_, n) => vehicle(`Car ${n}`));
  expect(EditPart.parse({ ...part, fits }).fits).toHaveLength(300);
  const form = new FormData();
  for (const [name, value] of Object.entries(part)) form.set(name, value);
  for (let n = 0; n < 1_200; n++)
    for (const [name, value] of Object.entries(vehicle(`Car ${n}`))) form.set(`fits.${n}.${name}`, value);
  expect(EditPart.safeParse(readForm(form)).success).toBe(false);
});

it("a list price of a day to come is refused beside its day", () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const read = EditPart.safeParse({ ...part, listPriceCents: "500", listEffectiveFrom: tomorrow });
  expect(read.error?.issues).toMatchObject([
    { path: ["listEffectiveFrom"], message: expect.stringContaining("or later") },
  ]);
});
