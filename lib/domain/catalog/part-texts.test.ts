import { expect, it } from "vitest";
import { partTexts } from "./part-texts";

const part = {
  id: "p",
  nagsNumber: "DW02501GTYN",
  glassPosition: "windshield",
  side: "left",
  description: "Windshield",
  demo: false,
  listPriceCents: 71_937,
  listEffectiveFrom: new Date("2026-03-03T00:00:00Z"),
  laborMinutes: 137,
  kitHalves: 3,
  clipsQty: 7,
  calibration: "dual",
  mouldingRequired: true,
  features: ["camera"],
  interchange: ["A1", "B2"],
  supersededBy: "DW02502GTYN",
  fits: [{ yearFrom: 2019, yearTo: 2021, make: "Toyota", model: "RAV4", bodyStyle: "SUV", partId: "p" }],
};

it("a part's form shows hours, kits and lists as people type them", () => {
  expect(partTexts(part)).toEqual({
    id: "p",
    nagsNumber: "DW02501GTYN",
    glassPosition: "windshield",
    side: "left",
    description: "Windshield",
    demo: false,
    listPriceCents: 71_937,
    listEffectiveFrom: "2026-03-03",
    laborHours: "2.2833",
    kits: "1.5",
    clips: "7",
    calibration: "dual",
    mouldingRequired: true,
    features: ["camera"],
    interchange: "A1, B2",
    supersededBy: "DW02502GTYN",
    fits: [{ yearFrom: 2019, yearTo: 2021, make: "Toyota", model: "RAV4", bodyStyle: "SUV" }],
  });
  expect(partTexts({ ...part, listEffectiveFrom: null, laborMinutes: 150 })).toMatchObject({
    listEffectiveFrom: null,
    laborHours: "2.5",
  });
});
