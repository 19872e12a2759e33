import { expect, it } from "vitest";
import { z } from "zod";
import { faultOf } from "./fault";

// Errors quote what was refused, and that is a customer's: no word of theirs may reach the log.
const secret = "José Secret, +15125550188, jose@example.com";

function thrown(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

const withStack = (message: string) => {
  const error = new Error(message);
  error.stack = `Error: ${message}\n    at file (/app/lib/action.ts:7:1)`;
  return error;
};

const postgres = Object.assign(new Error(`duplicate key value: Key (phone)=(${secret})`), {
  name: "PrismaClientKnownRequestError",
  code: "P2010",
  meta: { driverAdapterError: { cause: { originalCode: "23505", originalMessage: secret } } },
});

it.each<[string, unknown]>([
  ["Postgres", postgres],
  ["JSON.parse", thrown(() => JSON.parse(secret))],
  ["zod", thrown(() => z.literal(secret).parse(secret + secret))],
  ["a message of several lines", withStack(`x\n    at ${secret} (/app/x.ts:1:1)\n${secret}`)],
  ["a cause", new Error("x", { cause: new Error(secret) })],
  ["a name and a code", Object.assign(new Error("x"), { name: secret, code: secret })],
  ["a text", secret],
  ["an object", { message: secret, stack: `${secret}\n    at ${secret}` }],
])("keeps no word of %s", (_what, error) => {
  const kept = JSON.stringify(faultOf(error));
  for (const word of ["José", "Secret", "5550188", "jose@"]) expect(kept).not.toContain(word);
});

it("keeps kind, codes and place, also of what caused it", () => {
  expect(faultOf(postgres)).toMatchObject({
    name: "PrismaClientKnownRequestError",
    code: "P2010",
    sqlState: "23505",
    at: expect.arrayContaining([expect.stringContaining("fault.test.ts")]),
  });
  const cause = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  expect(faultOf(new TypeError("x", { cause })).cause).toMatchObject({ name: "Error", code: "ECONNREFUSED" });
  expect(faultOf(withStack("x")).at).toEqual(["at file (/app/lib/action.ts:7:1)"]);
  for (const odd of [undefined, null, 7]) expect(faultOf(odd)).toMatchObject({ at: [] });
});

it("ends with causes that go in a circle", () => {
  const error = new Error("x");
  error.cause = error;
  expect(JSON.stringify(faultOf(error)).length).toBeLessThan(20_000);
});
