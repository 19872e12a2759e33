import { describe, expect, it, vi } from "vitest";
import { Overlap, saveShown, shownOf } from "./shown";

type Row = {
  id: string;
  name: string;
  street: string;
  city: string;
  exempt: boolean;
  until: Date | null;
  cents: number;
};

const opened: Row = {
  id: "r",
  name: "Ann",
  street: "1 Oak",
  city: "Austin",
  exempt: false,
  until: new Date("2027-03-05"),
  cents: 250,
};
const names = ["name", "street", "city", "exempt", "until", "cents"];
const { id: _, ...fields } = opened;

/** Saves a form that was opened on `opened` after somebody else made `theirs` of it. */
async function saving(
  typed: Partial<Row>,
  theirs: Partial<Row>,
  shown: string | undefined = shownOf(opened, names),
) {
  const save = vi.fn(async (_data: object, _guard: object) => ({ count: 1 }));
  const row = await saveShown({
    shown,
    typed: { ...fields, ...typed },
    read: async () => ({ ...opened, ...theirs }),
    save,
    together: [
      ["street", "city"],
      ["exempt", "until"],
    ],
    words: { cents: (cents: number) => `$${cents / 100}` },
  });
  return { row, data: save.mock.calls[0]?.[0], guard: save.mock.calls[0]?.[1] };
}

const overlap = (typed: Partial<Row>, theirs: Partial<Row>) =>
  saving(typed, theirs).then(
    () => null,
    (error: Overlap) => error.errors,
  );

describe("of two who save the same form", () => {
  it("each saves what they changed, and the other's stays", async () => {
    const { row, data } = await saving({ name: "Anna" }, { city: "Waco", cents: 300 });
    expect(data).toEqual({ name: "Anna" });
    expect(row).toEqual({ ...opened, name: "Anna", city: "Waco", cents: 300 });
  });

  it("the second hears what the first changed in the same field, in words", async () => {
    expect(await overlap({ name: "Anna" }, { name: "Anne" })).toEqual({ name: ["Now: “Anne”."] });
    expect(await overlap({ name: "Anna" }, { name: "" })).toEqual({ name: ["Now: empty."] });
    expect(await overlap({ cents: 100 }, { cents: 325 })).toEqual({ cents: ["Now: $3.25."] });
    expect(await overlap({ until: null }, { until: new Date("2028-01-02") })).toEqual({
      until: ["Now: January 2, 2028."],
    });
    expect(await overlap({ until: new Date("2028-01-02") }, { until: null })).toEqual({
      until: ["Now: empty."],
    });
  });

  it("what was changed alike is no overlap, and what is empty either way is the same", async () => {
    expect(await overlap({ name: "Anna" }, { name: "Anna" })).toBeNull();
    expect(await overlap({ exempt: true }, { exempt: true })).toBeNull();
  });

  it("fields that belong together are not mixed", async () => {
    expect(await overlap({ street: "2 Elm" }, { city: "Waco" })).toEqual({ city: ["Now: “Waco”."] });
    expect(await overlap({ street: "2 Elm", city: "Waco" }, { city: "Waco" })).toBeNull();
    expect(await overlap({ until: null }, { exempt: true })).toEqual({ exempt: ["Now: ticked."] });
  });

  it("a second save leaves what the first changed elsewhere", async () => {
    const theirs = { name: "Anne", city: "Waco", cents: 300 };
    const error = await saving({ name: "Anna" }, theirs).catch((caught: Overlap) => caught);
    if (!(error instanceof Overlap)) throw new Error("It was saved");
    const { row } = await saving({ name: "Anna" }, theirs, error.shown);
    expect(row).toEqual({ ...opened, ...theirs, name: "Anna" });
  });

  it("a second save is one over what was told", async () => {
    const error = await saving({ name: "Anna" }, { name: "Anne" }).catch((caught: Overlap) => caught);
    if (!(error instanceof Overlap)) throw new Error("It was saved");
    expect(JSON.parse(error.shown)).toMatchObject({ name: "Anne", city: "Austin" });
    const { data } = await saving({ name: "Anna" }, { name: "Anne" }, error.shown);
    expect(data).toEqual({ name: "Anna" });
  });
});

it("saves only over what it looked at, and looks again where somebody was quicker", async () => {
  const { guard } = await saving({ name: "Anna" }, { city: "Waco" });
  expect(guard).toEqual({ ...fields, city: "Waco" });
  const reads = [{ ...opened }, { ...opened, city: "Waco" }];
  const counts = [0, 1];
  const save = vi.fn(async (_data: object, _guard: object) => ({ count: counts.shift() ?? 0 }));
  const row = await saveShown({
    shown: shownOf(opened, names),
    typed: { ...fields, name: "Anna" },
    read: async () => reads.shift() ?? opened,
    save,
  });
  expect(row).toMatchObject({ name: "Anna", city: "Waco" });
  expect(save.mock.calls.map(([, where]) => (where as Row).city)).toEqual(["Austin", "Waco"]);
});

it("gives up in words where others never stop", async () => {
  const save = vi.fn(async () => ({ count: 0 }));
  await expect(
    saveShown({ shown: undefined, typed: { name: "x" }, read: async () => opened, save }),
  ).rejects.toThrow("Others keep changing this");
  expect(save).toHaveBeenCalledTimes(5);
});

it.each([undefined, "", "7", "null", "{"])(
  "without what was shown (%s) all that was typed is saved",
  async (shown) => {
    const { data } = await saving({ name: "Anna" }, { name: "Anne", city: "Waco" }, shown ?? "");
    expect(data).toEqual({ ...fields, name: "Anna" });
  },
);

it("a field that the form has gained since is saved", async () => {
  const { data } = await saving({ name: "Anna" }, {}, shownOf(opened, ["name"]));
  expect(data).toEqual({ ...fields, name: "Anna" });
});
