import { expect, test } from "vitest";
import { FEATURES, nextQuestion } from "../../../lib/glass/parts/candidates";
import { parseNags } from "../../../lib/glass/parts/nags";
import { insurers, tpas } from "./insurers";
import { demoParts } from "./parts";
import { vehicles } from "./vehicles";

const current = demoParts.filter((part) => part.supersededBy === null);

test("every part says that it is a demo, under a number of its own in the trade's format", () => {
  expect(demoParts.length).toBeGreaterThanOrEqual(300);
  expect(new Set(demoParts.map((part) => part.nagsNumber)).size).toBe(demoParts.length);
  for (const part of demoParts) {
    expect(part.demo && part.description.startsWith("Demo ")).toBe(true);
    expect(parseNags(part.nagsNumber)).toMatchObject({
      ok: true,
      part: {
        nagsNumber: part.nagsNumber,
        glassPosition: part.glassPosition,
        prefix: part.prefix,
        number: part.number,
      },
    });
  }
});

test("the part of the worked quotes is there", () => {
  expect(demoParts.find((part) => part.nagsNumber === "DW02501GTYN")).toMatchObject({
    listPriceCents: 72_000,
    laborMinutes: 150,
    kitHalves: 4,
    mouldingRequired: true,
    clipsQty: 4,
    calibration: "dynamic",
    fits: [{ yearFrom: 2019, yearTo: 2025, make: "Toyota", model: "RAV4", bodyStyle: null }],
  });
});

test("a few parts have no list price, all others have one", () => {
  const unlisted = demoParts.filter((part) => part.listPriceCents === null);
  expect(unlisted.length).toBeGreaterThanOrEqual(2);
  expect(unlisted.length).toBeLessThanOrEqual(10);
  expect(demoParts.every((part) => part.listPriceCents === null || part.listPriceCents > 10_000)).toBe(true);
});

test("only windshields with a camera are calibrated", () => {
  for (const part of demoParts)
    expect(part.calibration !== null).toBe(
      part.glassPosition === "windshield" && part.features.includes("camera"),
    );
});

test("each generation has windshields that questions tell apart", () => {
  for (const { make, model, generations } of vehicles)
    for (const [yearFrom] of generations) {
      const windshields = current.filter(
        ({ glassPosition, fits }) =>
          glassPosition === "windshield" &&
          fits.some((fit) => fit.make === make && fit.model === model && fit.yearFrom === yearFrom),
      );
      const sets = new Set(windshields.map((part) => [...part.features].sort().join()));
      expect(sets.size).toBe(windshields.length);
      expect(windshields.length).toBeGreaterThanOrEqual(2);
      expect(windshields.length).toBeLessThanOrEqual(4);
      expect(nextQuestion(windshields, {})).not.toBeNull();
    }
});

test("features, interchanges and successors exist", () => {
  const numbers = new Set(demoParts.map((part) => part.nagsNumber));
  for (const part of demoParts) {
    expect(part.features.every((feature) => feature in FEATURES)).toBe(true);
    expect(
      [...part.interchange, part.supersededBy ?? part.nagsNumber].every((other) => numbers.has(other)),
    ).toBe(true);
  }
  expect(demoParts.length - current.length).toBe(2);
});

test("forty insurers, each with a known administrator or none", () => {
  expect(new Set(insurers.map((insurer) => insurer.name)).size).toBe(40);
  const known = tpas.map((tpa) => tpa.name);
  expect(insurers.every(({ tpa }) => tpa === null || known.includes(tpa))).toBe(true);
});
