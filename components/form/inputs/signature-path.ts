import { SIGNATURE_PATH, SIGNATURE_SIZE } from "@/lib/signature";

type Point = { x: number; y: number };

const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));

/** Strokes as path data, see `SIGNATURE_PATH`. @param width of what they were drawn on, in the units of their points. */
export function pathOf(strokes: readonly { points: readonly Point[] }[], width: number): string {
  const scale = SIGNATURE_SIZE.width / width;
  return strokes
    .map(({ points }) =>
      points
        .map(
          ({ x, y }, index) =>
            `${index === 0 ? "M" : "L"}${within(x * scale, SIGNATURE_SIZE.width)} ${within(y * scale, SIGNATURE_SIZE.height)}`,
        )
        .join(""),
    )
    .join("");
}

/** The strokes that a path is made of; none where it is no signature's. @param width of what they are drawn on. */
export function strokesOf(path: string, width: number): Point[][] {
  if (!SIGNATURE_PATH.test(path)) return [];
  const scale = width / SIGNATURE_SIZE.width;
  const strokes = path.split("M").filter(Boolean);
  return strokes.map((stroke) =>
    stroke.split("L").map((point) => {
      const [x = 0, y = 0] = point.split(" ").map(Number);
      return { x: x * scale, y: y * scale };
    }),
  );
}
