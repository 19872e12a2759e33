import type { FeatureCode } from "../../../lib/glass/parts/candidates";
import type { GlassPosition } from "../../../lib/glass/parts/nags";
import type { Calibration } from "../../../lib/glass/pricing/quote-types";
import type { Build, Vehicle } from "./vehicles";

/** One piece of demo glass of a vehicle, before it has a number. */
export type Opening = {
  name: string;
  /** Second letter of the part number, and what follows its digits. */
  letter: string;
  suffix: string;
  glassPosition: GlassPosition;
  side: string;
  features: FeatureCode[];
  listPriceCents: number;
  laborMinutes: number;
  kitHalves: number;
  mouldingRequired: boolean;
  clipsQty: number;
  calibration: Calibration | null;
};

/** Cameras behind the windshield became common about then, and standard in the second year named. */
const CAMERA_OFFERED = 2013;
const CAMERA_STANDARD = 2018;

/** How a maker has its camera calibrated; the car decides, not the shop. Static where not named. */
const CALIBRATION: Record<string, Calibration> = {
  Toyota: "dynamic",
  Ford: "dynamic",
  Tesla: "dynamic",
  Honda: "dual",
  Nissan: "dual",
};

const DARK_REAR: Build[] = ["suv", "minivan", "van"];

/** Every opening of a generation: windshields told apart by their features, then the rest. */
export function openings(vehicle: Vehicle, yearFrom: number): Opening[] {
  const price = (base: number, features: FeatureCode[]) =>
    listPrice(vehicle, yearFrom, base + 64 * features.length);
  return [
    ...windshieldFeatures(vehicle, yearFrom).map((features) => windshield(vehicle, features, price)),
    ...backGlass(vehicle, price),
    ...sideGlass(vehicle, price),
  ];
}

type Price = (baseDollars: number, features: FeatureCode[]) => number;

function windshieldFeatures({ build }: Vehicle, yearFrom: number): FeatureCode[][] {
  if (yearFrom < CAMERA_OFFERED) {
    const plain: FeatureCode[][] = [["shade_band"], ["shade_band", "rain_sensor"]];
    return build === "pickup" ? plain : [...plain, ["shade_band", "rain_sensor", "acoustic"]];
  }
  const withCamera: FeatureCode[][] = [
    ["camera", "shade_band"],
    ["camera", "rain_sensor", "shade_band"],
    ["camera", "rain_sensor", "acoustic", "hud"],
  ];
  if (yearFrom < CAMERA_STANDARD) return [["shade_band"], ...withCamera];
  return build === "pickup" ? withCamera : [...withCamera, ["camera", "rain_sensor", "wiper_park_heat"]];
}

function windshield({ make, build }: Vehicle, features: FeatureCode[], price: Price): Opening {
  const large = build === "pickup" || build === "van";
  const camera = features.includes("camera");
  return {
    name: "windshield",
    letter: "W",
    suffix: `${features.includes("shade_band") ? "GB" : "GT"}${camera ? "Y" : "N"}${features.length > 3 ? "Y" : "N"}`,
    glassPosition: "windshield",
    side: "",
    features,
    listPriceCents: price(large ? 412 : 385, features),
    laborMinutes: (large ? 150 : 132) + 6 * features.length,
    kitHalves: large ? 4 : 3,
    mouldingRequired: true,
    clipsQty: camera ? 4 : 0,
    calibration: camera ? (CALIBRATION[make] ?? "static") : null,
  };
}

function backGlass({ build }: Vehicle, price: Price): Opening[] {
  const variants: FeatureCode[][] =
    build === "pickup"
      ? [[], ["slider_manual"], ["slider_power", "defroster"]]
      : build === "sedan" || build === "coupe"
        ? [["defroster"], ["defroster", "antenna"]]
        : [["defroster", "privacy", "wiper_hole"]];
  return variants.map((features) => ({
    name:
      features.includes("slider_power") || features.includes("slider_manual") ? "back slider" : "back glass",
    letter: "B",
    suffix: features.includes("privacy") ? "YPNN" : "GTNN",
    glassPosition: "back_glass",
    side: "",
    features,
    listPriceCents: price(318, features),
    laborMinutes: 120,
    kitHalves: build === "suv" || build === "minivan" ? 2 : 3,
    mouldingRequired: build === "sedan" || build === "coupe",
    clipsQty: 0,
    calibration: null,
  }));
}

function sideGlass({ build }: Vehicle, price: Price): Opening[] {
  const rear = build === "coupe" || build === "van" ? [] : ["rear left", "rear right"];
  const dark: FeatureCode[] = DARK_REAR.includes(build) ? ["privacy"] : [];
  const doors = [
    ...["front left", "front right"].map((side) => door(side, [], price)),
    ...rear.map((side) => door(side, dark, price)),
  ];
  const ends = ["left", "right"];
  const quarters = build === "van" ? [] : ends.map((side) => bonded("quarter", "Q", side, dark, price));
  const vents =
    build === "minivan" || build === "van" ? ends.map((side) => bonded("vent", "V", side, [], price)) : [];
  return [...doors, ...quarters, ...vents];
}

function door(side: string, features: FeatureCode[], price: Price): Opening {
  return {
    name: `${side} door glass`,
    letter: "D",
    suffix: features.includes("privacy") ? "YPNN" : "GTNN",
    glassPosition: "door",
    side,
    features,
    listPriceCents: price(side.startsWith("front") ? 204 : 191, features),
    laborMinutes: 72,
    kitHalves: 0,
    mouldingRequired: false,
    clipsQty: 2,
    calibration: null,
  };
}

function bonded(
  position: "quarter" | "vent",
  letter: string,
  side: string,
  features: FeatureCode[],
  price: Price,
): Opening {
  return {
    name: `${side} ${position} glass`,
    letter,
    suffix: features.includes("privacy") ? "YPYN" : "GTYN",
    glassPosition: position,
    side,
    features: [...features, "encapsulated"],
    listPriceCents: price(position === "quarter" ? 246 : 163, features),
    laborMinutes: position === "quarter" ? 90 : 60,
    kitHalves: position === "quarter" ? 2 : 1,
    mouldingRequired: false,
    clipsQty: 0,
    calibration: null,
  };
}

/** Invented: newer and larger costs more, and no two models cost alike. */
function listPrice({ make, model, build }: Vehicle, yearFrom: number, dollars: number): number {
  const size =
    build === "pickup" || build === "van" ? 1.12 : build === "suv" || build === "minivan" ? 1.06 : 1;
  const age = 1 + (yearFrom - 2008) * 0.021;
  const letters = [...(make + model)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return Math.round(dollars * size * age * 20) * 5 + (letters % 40) * 25;
}
