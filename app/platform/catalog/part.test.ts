import { expect, it } from "vitest";
import { readForm } from "@/lib/form-data";
import { EditPart } from "./part";

const part = {
  id: "1",
  shown: "",
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

it("says all that is wrong with a part at once", () => {
  const wrong = {
    description: "",
    listPriceCents: "720",
    listEffectiveFrom: "",
    supersededBy: part.nagsNumber,
    fits: [{ ...vehicle("Car"), yearTo: "2018" }],
  };
  const said = EditPart.safeParse({ ...part, ...wrong }).error?.issues.map(({ path }) => path.join("."));
  expect(said?.toSorted()).toEqual(["description", "fits.0.yearTo", "listEffectiveFrom", "supersededBy"]);
});
