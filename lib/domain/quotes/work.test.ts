import { expect, it } from "vitest";
import { fingerprint } from "@/lib/fingerprint";
import { editionOf } from "./edition";
import { workAddress } from "./whereabouts";
import { GRADES, gradeOptions, placeText, WORK, workLabels, workText } from "./work";

it("says what a quote is for", () => {
  const replacement = { service: "replacement", glassPosition: "back_glass", chips: 2 };
  expect(workText(replacement)).toBe("Replacement: back glass");
  const chips = (count: number) => workText({ ...replacement, service: "chip_repair", chips: count });
  expect([chips(1), chips(2)]).toEqual(["Repair of one chip", "Repair of 2 chips"]);
});

it("says where the work is done", () => {
  expect(placeText({ place: "shop", workZip: "78701" })).toBe("In the shop");
  expect(placeText({ place: "mobile", workZip: "78620" })).toBe("Mobile: we come to you, ZIP 78620");
  expect(placeText({ place: "mobile", workZip: "" })).toBe("Mobile: we come to you");
});

it("names grades and openings as the trade orders them", () => {
  expect(gradeOptions.map(({ value }) => value)).toEqual([...GRADES]);
  expect(gradeOptions[1]?.label).toBe(
    "OEE: by a car maker's supplier, to the same specification, with its own logo",
  );
  expect(WORK.map((work) => workLabels[work])).toEqual([
    "Windshield",
    "Chip repair",
    "Back glass",
    "Door glass",
    "Quarter glass",
    "Vent glass",
    "Side glass",
    "Roof glass",
  ]);
});

it("mobile work starts at the customer's, or in the town of another ZIP code", () => {
  const customer = { street: "1 Main St", city: "Austin", zip: "78701" };
  expect(workAddress({ workZip: "", customer })).toEqual(customer);
  expect(workAddress({ workZip: "78701", customer })).toEqual(customer);
  expect(workAddress({ workZip: "78620", customer })).toEqual({
    street: "",
    city: "Dripping Springs",
    zip: "78620",
  });
  expect(workAddress({ workZip: "00000", customer })).toEqual({ street: "", city: "", zip: "00000" });
});

it("a quote's edition is another as soon as anything is that somebody may have before their eyes", () => {
  const stored = {
    service: "replacement",
    glassPosition: "windshield",
    nagsNumber: "DW02501GTYN",
    grade: "oee",
    chips: 0,
    place: "mobile",
    brand: "Maker",
    workZip: "78620",
    workMiles: 18,
    payer: "insurance",
    insurerId: "x",
    policyDeductibleCents: 25_037,
    deductibleStated: true,
    lines: [{ kind: "glass", layer: "shop", description: "Glass", totalCents: 31_007 }],
    options: [],
    status: "sent",
    approval: "none",
    notes: "Gate 4",
    totalCents: 61_803,
  };
  const first = editionOf(stored);
  expect(editionOf({ ...stored })).toBe(first);
  const changes = [
    { status: "draft" },
    { approval: "needed" },
    { notes: "Gate 5" },
    { totalCents: 61_804 },
    { grade: "oem" },
    { workMiles: 19 },
    { insurerId: "y" },
    { policyDeductibleCents: 25_038 },
    { payer: "cash" },
  ];
  expect(new Set([first, ...changes.map((change) => editionOf({ ...stored, ...change }))]).size).toBe(10);
});

it("a fingerprint is of 43 letters and tells data apart", () => {
  expect(fingerprint({ a: 1 })).toBe("AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX-GI");
  expect(fingerprint({ a: 2 })).not.toBe(fingerprint({ a: 1 }));
});
