import { expect, it } from "vitest";
import { readForm } from "@/lib/forms/form-data";
import { EditPart, NewPart, OnePart } from "./forms";

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

it("a part is kept field by field, new or changed, with what its number says", () => {
  const all = {
    ...part,
    nagsNumber: "fd 2301 gtn",
    side: "left",
    listPriceCents: "719.37",
    listEffectiveFrom: "2026-03-03",
    laborMinutes: "2.3",
    kitHalves: "1.5",
    clipsQty: "7",
    mouldingRequired: "on",
    calibration: "dual",
    features: ["camera"],
    interchange: "DW01256",
    supersededBy: "FD02302",
    demo: "on",
    fits: [vehicle("Car")],
  };
  const kept = {
    nagsNumber: "FD02301GTN",
    prefix: "FD",
    number: "02301",
    glassPosition: "door",
    colorCode: "GT",
    attachments: false,
    premium: false,
    description: "Demo windshield",
    side: "left",
    listPriceCents: 71_937,
    listEffectiveFrom: new Date("2026-03-03T00:00:00Z"),
    laborMinutes: 138,
    kitHalves: 3,
    clipsQty: 7,
    mouldingRequired: true,
    calibration: "dual",
    features: ["camera"],
    interchange: ["DW01256"],
    supersededBy: "FD02302",
    demo: true,
  };
  const fits = [{ yearFrom: 2019, yearTo: 2021, make: "Demo", model: "Car", bodyStyle: null }];
  expect(NewPart.parse(all)).toEqual({ part: kept, fits });
  expect(EditPart.parse({ ...all, shown: "s" })).toEqual({ id: "1", shown: "s", part: kept, fits });
  expect(NewPart.parse({ ...all, nagsNumber: "FD02301" }).part).toMatchObject({
    colorCode: "",
    attachments: false,
    premium: false,
  });
  expect(OnePart.parse({ id: "x" })).toEqual({ id: "x" });
});

it("a price's day and a part's successor are checked in words", () => {
  const said = (more: object) =>
    NewPart.safeParse({ ...part, ...more }).error?.issues.map(({ message }) => message);
  expect(said({ listPriceCents: "720" })).toEqual(["Say from which day the list price holds."]);
  expect(said({ listEffectiveFrom: "2026-03-03" })).toEqual(["There is a day but no list price."]);
  expect(said({ supersededBy: "dw 95555 gtyn" })).toEqual(["A part can't replace itself."]);
  expect(said({ supersededBy: "DW95556GTYN" })).toBeUndefined();
});
