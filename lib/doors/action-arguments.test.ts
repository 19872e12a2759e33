import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasPlainArguments, mayCallAction } from "./action-arguments";

// What React's own client writes is let in; whatever is let in, React's own decoder reads. Both are the ones that Next.js runs.
const { encodeReply } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/client.node",
) as { encodeReply: (value: unknown) => Promise<FormData | string> };

const asked = async (body: FormData | string, called: boolean) => {
  const request = new Request("http://localhost", { method: "POST", body });
  if (called) request.headers.set("next-action", "x");
  return {
    may: mayCallAction(request),
    plain: await hasPlainArguments(request.headers, await request.arrayBuffer()),
  };
};
const call = (encoded: string, ...more: [string, string][]) => {
  const body = new FormData();
  for (const [name, value] of [["_1_name", "Ada"], ...more] as [string, string][]) body.append(name, value);
  body.append("0", encoded);
  return asked(body, true);
};
const postedForm = (fields: Record<string, string>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return asked(body, false);
};

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("$", "$F1", "$$", "$undefined", "$K1", "Ünï"),
);
const texts = fc.dictionary(text, fc.oneof(text, fc.array(text), fc.constant(undefined)), {
  noNullPrototype: true,
});
const state = fc.option(
  fc.record(
    { ok: fc.boolean(), message: text, values: texts, errors: texts },
    { requiredKeys: [], noNullPrototype: true },
  ),
);

describe("what our pages send", () => {
  it("of a call with a form's state, its fields and files", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 2 }), state, texts, async (bound, before, fields) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
        form.append("logo", new File(["png"], "logo.png", { type: "image/png" }));
        const body = await encodeReply([...bound, before, form]);
        expect(await asked(body, true)).toEqual({ may: true, plain: true });
      }),
    );
  });

  it("of a call without a form", async () => {
    expect(await asked(await encodeReply(["harbor-glass", 7, true, null]), true)).toEqual({
      may: true,
      plain: true,
    });
  });

  it("of a form before JavaScript, of which the action is bound, or is not, or is none of React's", async () => {
    await fc.assert(
      fc.asyncProperty(text, state, async (tenant, before) => {
        const parts = (await encodeReply({ id: "0f", bound: Promise.resolve([tenant, before]) })) as FormData;
        const fields = [...parts].map(([name, value]) => [`$ACTION_S1:${name}`, String(value)]);
        const sent = { $ACTION_REF_S1: "", ...Object.fromEntries(fields), $ACTION_KEY: "k1", name: "$F1" };
        expect(await postedForm(sent)).toEqual({ may: true, plain: true });
      }),
    );
    expect(await postedForm({ $ACTION_ID_0f: "", name: "Ada" })).toEqual({ may: true, plain: true });
    expect(await postedForm({ name: "Ada" })).toEqual({ may: true, plain: true });
  });
});

const deep = (levels: number, open = "[", close = "]") => `${open.repeat(levels)}1${close.repeat(levels)}`;
const kinds =
  "F1 h1 T B1 Q1 W1 A1 O1 o1 U1 S1 G1 g1 L1 l1 M1 m1 V1 R1 r1 X1 x1 i1 nX n9 D1 I N @1 1 0 0:0 Z K1 $K1:then"
    .split(" ")
    .map((kind) => `$${kind}`);

describe("what no page of ours sends is refused", () => {
  it.each(
    [
      ...kinds
        .filter((kind) => kind !== "$K1" && !kind.startsWith("$$"))
        .map((kind) => JSON.stringify([kind])),
      ...kinds.map((kind) => JSON.stringify(["shop", { values: { a: kind.replace(/^\$\$/, "$") } }, "$K1"])),
      ...["", "null", "{}", "7", '"$F1"', "[", "undefined", '["x",["$K1"],"$K1"]', '["x",{"a":"$K1"},"$K1"]'],
      JSON.stringify(Array(11).fill(1)),
      ...[3000, 100_000].flatMap((levels) => [
        deep(levels),
        deep(levels, '{"a":', "}"),
        `["x",${deep(levels)},"$K1"]`,
      ]),
    ].map((encoded) => ({ encoded, shown: encoded.slice(0, 60) })),
  )("the arguments $shown", async ({ encoded }) => {
    expect((await call(encoded)).plain).toBe(false);
    expect((await asked(encoded, true)).plain).toBe(false);
    const bound = { "$ACTION_1:0": '{"id":"0f","bound":"$@1"}', "$ACTION_1:1": encoded };
    expect((await postedForm({ $ACTION_REF_1: "", ...bound })).plain).toBe(false);
  });

  it("a part that is neither the arguments nor a form's field, arguments twice or as a file, and a body that is cut off", async () => {
    expect((await call('["x",null,"$K1"]')).plain).toBe(true);
    expect((await call('["x",null,"$K1"]', ["1", "[]"])).plain).toBe(false);
    expect((await call('["x",null,"$K1"]', ["0", "[]"])).plain).toBe(false);
    const file = new FormData();
    file.append("0", new File(['["x"]'], "0"));
    expect((await asked(file, true)).plain).toBe(false);
    expect((await asked(new FormData(), true)).plain).toBe(false);
    const headers = new Headers({ "next-action": "x", "content-type": "multipart/form-data; boundary=x" });
    expect(await hasPlainArguments(headers, new TextEncoder().encode("--x\r\nContent-").buffer)).toBe(false);
  });

  it.each([
    [{}],
    [{ "$ACTION_1:0": "" }],
    [{ "$ACTION_1:0": '"$F1"' }],
    [{ "$ACTION_1:0": '{"id":"$B1","bound":null}' }],
    [{ "$ACTION_1:0": '{"id":"0f"}' }],
    [{ "$ACTION_1:0": '{"id":"0f","bound":"$@1"}' }],
    [{ "$ACTION_1:0": '{"id":"0f","bound":"$@0"}' }],
    [{ "$ACTION_1:0": '{"id":"0f","bound":"$F1"}', "$ACTION_1:1": "[]" }],
    [{ "$ACTION_1:0": '{"id":"0f","bound":null,"then":"$F1"}' }],
  ])("the bound action %j", async (parts) => {
    expect((await postedForm({ $ACTION_REF_1: "", ...parts } as Record<string, string>)).plain).toBe(false);
  });
});

/** React's decoder runs in a process of its own, as it asks for a condition of Node's that tests don't run under. */
function decoded(cases: string[]): string[] {
  const script = `
    const { decodeReply } = require("next/dist/compiled/react-server-dom-turbopack/server.node");
    const read = async (encoded) => {
      const body = new FormData();
      body.append("_1_name", "Ada");
      body.append("0", encoded);
      try { await decodeReply(body, {}); return "read"; } catch (error) { return String(error); }
    };
    let input = "";
    process.stdin.on("data", (chunk) => { input += chunk; });
    process.stdin.on("end", async () => console.log(JSON.stringify(await Promise.all(JSON.parse(input).map(read)))));`;
  const env = { ...process.env, NODE_ENV: "production" as const };
  const { stdout } = spawnSync(process.execPath, ["--conditions=react-server", "-e", script], {
    input: JSON.stringify(cases),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env,
  });
  return JSON.parse(stdout);
}

it("whatever is let in, React's decoder reads", async () => {
  const leaf = fc.oneof(
    fc.constantFrom(...kinds),
    text,
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.boolean(),
  );
  const key = fc.oneof(fc.constantFrom("then", "__proto__", "constructor", "id", "toJSON", "$$typeof"), text);
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { weight: 3, arbitrary: leaf },
      fc.array(tie("any"), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie("any")), { maxLength: 3 }).map((all) => ({ made: all })),
    ),
  })).any;
  // Written by hand, as no object of JavaScript's holds a key such as __proto__ for JSON.stringify.
  const write = (one: unknown): string => {
    if (Array.isArray(one)) return `[${one.map(write).join()}]`;
    if (one === null || typeof one !== "object") return JSON.stringify(one);
    const { made } = one as { made: [string, unknown][] };
    return `{${made.map(([name, inner]) => `${JSON.stringify(name)}:${write(inner)}`).join()}}`;
  };
  const cases = fc.sample(fc.array(value, { maxLength: 3 }).map(write), 3000);
  const plain = await Promise.all(cases.map(async (one) => (await call(one)).plain));
  const letIn = cases.filter((_, at) => plain[at]);
  expect(letIn.length).toBeGreaterThan(100);
  const outcomes = decoded(letIn);
  expect(letIn.filter((_, at) => outcomes[at] !== "read")).toEqual([]);
  expect(decoded(['["$F1"]'])).not.toEqual(["read"]);
});
