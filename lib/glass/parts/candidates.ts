/** What sets one part apart from another for the same opening, and how to ask for it at the counter. */
export const FEATURES = {
  camera: { label: "Forward camera", question: "Is there a camera behind the mirror?" },
  rain_sensor: { label: "Rain or light sensor", question: "Do the wipers start by themselves in the rain?" },
  hud: {
    label: "Head-up display",
    question: "Is the speed shown in the windshield, in front of the driver?",
  },
  wiper_park_heat: {
    label: "Heated wiper park",
    question: "Are there fine heating lines where the wipers rest?",
  },
  full_heat: { label: "Heated windshield", question: "Does the whole windshield heat, with its own button?" },
  acoustic: {
    label: "Acoustic interlayer",
    question: "Is there an ear, or the word acoustic, in the glass stamp?",
  },
  solar: { label: "Solar coating", question: "Does the glass stamp say solar or IR?" },
  shade_band: { label: "Shade band", question: "Is there a dark tinted band along the top?" },
  antenna: { label: "Antenna in the glass", question: "Are there thin antenna lines in this glass?" },
  third_visor_frit: {
    label: "Third visor frit",
    question: "Is there a dotted black patch between the sun visors?",
  },
  encapsulated: {
    label: "Encapsulated",
    question: "Is a rubber or plastic frame moulded onto the edge of the glass?",
  },
  humidity_sensor: {
    label: "Humidity sensor",
    question: "Is there a small round sensor beside the mirror, on the glass?",
  },
  vin_notch: {
    label: "VIN notch",
    question: "Is there a clear notch for the VIN at the lower driver's corner?",
  },
  mirror_button: { label: "Mirror button", question: "Is the mirror held by a metal button on the glass?" },
  defroster: { label: "Defroster", question: "Are there heating lines across the back glass?" },
  privacy: { label: "Privacy tint", question: "Is the glass very dark from the factory?" },
  slider_manual: { label: "Manual slider", question: "Does the back window slide open by hand?" },
  slider_power: { label: "Power slider", question: "Does the back window slide open with a switch?" },
  wiper_hole: { label: "Hole for a wiper", question: "Does a rear wiper go through the glass?" },
} as const;

export type FeatureCode = keyof typeof FEATURES;

export type Answer = "yes" | "no" | "unknown";

/** What the customer said so far, by feature. */
export type Answers = Partial<Record<FeatureCode, Answer>>;

export type Question = { feature: FeatureCode; label: string; question: string };

/** Nobody on the phone answers more than this. */
const MOST_QUESTIONS = 4;

/** The candidates that fit the answers; "unknown" rules nothing out. */
export function narrow<Part extends { features: readonly string[] }>(
  parts: readonly Part[],
  answers: Answers,
): Part[] {
  const known = Object.entries(answers).filter(([, answer]) => answer !== "unknown");
  return parts.filter((part) =>
    known.every(([feature, answer]) => part.features.includes(feature) === (answer === "yes")),
  );
}

/**
 * The question that tells the remaining candidates apart best: the feature that comes nearest to halving them,
 * the easier to see first. Null when one is left, when nothing tells them apart, or when enough was asked.
 */
export function nextQuestion(
  parts: readonly { features: readonly string[] }[],
  answers: Answers,
): Question | null {
  if (Object.keys(answers).length >= MOST_QUESTIONS) return null;
  const left = narrow(parts, answers);
  let best: { feature: FeatureCode; imbalance: number } | null = null;
  for (const feature of Object.keys(FEATURES) as FeatureCode[]) {
    const having = left.filter((part) => part.features.includes(feature)).length;
    const splits = having > 0 && having < left.length && !(feature in answers);
    const imbalance = Math.abs(left.length - 2 * having);
    if (splits && (!best || imbalance < best.imbalance)) best = { feature, imbalance };
  }
  return best && { feature: best.feature, ...FEATURES[best.feature] };
}

/** "Forward camera" for `camera`; a code that is not known stands for itself. */
export function featureLabel(code: string): string {
  return code in FEATURES ? FEATURES[code as FeatureCode].label : code;
}
