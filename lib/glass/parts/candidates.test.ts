import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Answers, FEATURES, type FeatureCode, featureLabel, narrow, nextQuestion } from "./candidates";

const part = (id: string, ...features: string[]) => ({ id, features });

const windshields = [
  part("plain"),
  part("camera", "camera"),
  part("camera and rain", "camera", "rain_sensor"),
  part("everything", "camera", "rain_sensor", "hud"),
];

const ids = (parts: { id: string }[]) => parts.map(({ id }) => id);

describe("narrowing", () => {
  it("keeps what has the feature, or what has it not", () => {
    expect(ids(narrow(windshields, { rain_sensor: "yes" }))).toEqual(["camera and rain", "everything"]);
    expect(ids(narrow(windshields, { rain_sensor: "no" }))).toEqual(["plain", "camera"]);
  });

  it("keeps both when the customer does not know", () => {
    expect(narrow(windshields, { rain_sensor: "unknown" })).toEqual(windshields);
  });

  it("keeps none when the answers contradict the catalog", () => {
    expect(narrow(windshields, { hud: "yes", camera: "no" })).toEqual([]);
    expect(nextQuestion(windshields, { hud: "yes", camera: "no" })).toBeNull();
  });
});

describe("the next question", () => {
  it("is the one that splits best, in plain words", () => {
    expect(nextQuestion(windshields, {})).toEqual({
      feature: "rain_sensor",
      label: "Rain or light sensor",
      question: "Do the wipers start by themselves in the rain?",
    });
  });

  it("is never asked twice, not even when the answer was unknown", () => {
    expect(nextQuestion(windshields, { rain_sensor: "unknown" })?.feature).toBe("camera");
  });

  it("is none when one candidate is left, or when nothing tells them apart", () => {
    expect(nextQuestion(windshields, { hud: "yes" })).toBeNull();
    expect(nextQuestion([part("a", "camera"), part("b", "camera")], {})).toBeNull();
    expect(nextQuestion([], {})).toBeNull();
  });

  it("ignores features it has no words for", () => {
    expect(nextQuestion([part("a", "gold"), part("b")], {})).toBeNull();
  });
});

test("a few answers leave parts that no question tells apart", () => {
  const codes = Object.keys(FEATURES).slice(0, 4) as FeatureCode[];
  const parts = fc.uniqueArray(fc.subarray(codes), { minLength: 1, maxLength: 16, selector: String });
  fc.assert(
    fc.property(parts, fc.nat(), (features, pick) => {
      const candidates = features.map((own) => ({ features: own }));
      const wanted = candidates[pick % candidates.length];
      const answers: Answers = {};
      for (let asked = nextQuestion(candidates, answers); asked; asked = nextQuestion(candidates, answers))
        answers[asked.feature] = wanted?.features.includes(asked.feature) ? "yes" : "no";
      expect(narrow(candidates, answers)).toEqual([wanted]);
    }),
  );
});

test("features have labels", () => {
  expect([featureLabel("hud"), featureLabel("gold")]).toEqual(["Head-up display", "gold"]);
});

describe("enough was asked", () => {
  const codes = Object.keys(FEATURES) as FeatureCode[];
  const [a, b, c, d, e] = codes as [FeatureCode, FeatureCode, FeatureCode, FeatureCode, FeatureCode];
  const parts = [part("with", e), part("without")];

  it("after four answers, known or not, and not before", () => {
    const unknown = (...asked: FeatureCode[]): Answers =>
      Object.fromEntries(asked.map((code) => [code, "unknown"]));
    expect(nextQuestion(parts, unknown(a, b, c))?.feature).toBe(e);
    expect(nextQuestion(parts, unknown(a, b, c, d))).toBeNull();
  });

  it("of two that split alike the one that is listed first is asked, of two that don't the better", () => {
    const both = [part("1", a, b), part("2", a, b), part("3")];
    expect(nextQuestion(both.toReversed(), {})?.feature).toBe(a);
    const better = [part("1", a, b), part("2", a), part("3", a, b), part("4")];
    expect(nextQuestion(better, {})?.feature).toBe(b);
  });

  it("every answer counts", () => {
    const three = [part("1", a, b), part("2", a), part("3", b)];
    expect(ids(narrow(three, { [a]: "yes", [b]: "no" }))).toEqual(["2"]);
    expect(ids(narrow(three, { [a]: "no", [b]: "unknown" }))).toEqual(["3"]);
    expect(narrow(three, {})).toEqual(three);
  });

  it("each feature has a label and a question", () => {
    for (const { label, question } of Object.values(FEATURES)) {
      expect(label).toMatch(/^[A-Z]/);
      expect(question).toMatch(/^(Is|Are|Do|Does) .*\?$/);
    }
  });
});
