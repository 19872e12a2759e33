import { expect, test } from "vitest";
import { pathOf, strokesOf } from "./signature-path";

const path = "M20 40L100 160L200 50M300 90";

test("a path comes back as the strokes it was drawn with, on a canvas of any width", () => {
  for (const width of [600, 326, 1_200]) {
    const strokes = strokesOf(path, width).map((points) => ({ points }));
    expect(strokes.map(({ points }) => points.length)).toEqual([3, 1]);
    expect(pathOf(strokes, width)).toBe(path);
  }
  expect(strokesOf(path, 300)[0]?.[0]).toEqual({ x: 10, y: 20 });
});

test("what is drawn beyond the edge ends at it", () => {
  expect(pathOf([{ points: [{ x: -5, y: 400 }] }], 600)).toBe("M0 180");
});

test.each(["", 'M1 1"/><script>', "12"])("%j is no signature", (text) => {
  expect(strokesOf(text, 600)).toEqual([]);
});
