import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { platform, platformAction } from "@/lib/doors/platform";
import { Refusal } from "@/lib/refusal";
import { NotFound } from "@/lib/tenancy/errors";

// The doors of platform/ with everything behind them played: who gets in, what is recorded, and what happens on the way out.
const played = vi.hoisted(() => ({
  person: null as unknown,
  log: [] as string[],
  create: vi.fn(),
  noted: vi.fn(),
  sent: {} as Record<string, string>,
}));

vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({ host: "glass.example", "x-bastion-path": "/platform/catalog?q=a", ...played.sent }),
  cookies: async () => ({
    set: (_name: string, _value: string, { path }: { path: string }) => played.log.push(`flash ${path}`),
  }),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  unauthorized: () => {
    throw new Error("401");
  },
  forbidden: () => {
    throw new Error("403");
  },
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
}));
vi.mock("next/cache", () => ({ refresh: () => played.log.push("refresh") }));
vi.mock("@/lib/auth/actor", () => ({ personSignedIn: async () => played.person, actorOf: async () => null }));
vi.mock("@/lib/security/security", () => ({
  recordCrossTenantIds: played.noted,
  recordCrossTenantSlug: () => {},
}));
vi.mock("next/server", async (original) => ({ ...(await original()), after: (work: () => void) => work() }));
vi.mock("@/lib/tenancy/tenancy", async () => ({
  ...(await import("@/lib/tenancy/errors")),
  withSystem: async (run: (db: unknown) => unknown) => {
    played.log.push("begin");
    const result = await run({ platformEvent: { create: played.create } });
    played.log.push("commit");
    return result;
  },
}));

const admin = { userId: "u", name: "Sys", email: "s@x.example", systemAdmin: true, places: [] };
const owner = { ...admin, systemAdmin: false, places: [{ slug: "harbor", role: "owner" }] };
const posted = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const verb = (run: () => Promise<unknown>) =>
  platformAction({
    name: "part.edit",
    form: z.object({ number: z.string().min(2, "Too short") }),
    run: run as never,
    then: (done) => done ?? {},
  });

beforeEach(() => {
  vi.clearAllMocks();
  played.create.mockReset();
  played.log.length = 0;
  played.person = admin;
  played.sent = {};
});

describe("for everyone but a system administrator", () => {
  it("nothing runs: 404, and signed out sign-in from a page and 401 from an action", async () => {
    const behind = vi.fn();
    for (const [person, page, action] of [
      [owner, "404", "404"],
      [null, "redirect /sign-in?next=%2Fplatform%2Fcatalog%3Fq%3Da", "401"],
    ] as const) {
      played.person = person;
      await expect(platform(behind)).rejects.toThrow(page);
      await expect(verb(behind)(null, posted({ number: "DW1" }))).rejects.toThrow(action);
    }
    expect(behind).not.toHaveBeenCalled();
    expect(played.log).toEqual([]);
  });
});

it("what no page of ours sends is 404, and what another site's page sends 403", async () => {
  const run = vi.fn();
  const action = verb(run) as (...sent: unknown[]) => Promise<unknown>;
  for (const sent of [
    [],
    [null],
    [null, "text"],
    [null, { entries: 1 }],
    [null, [posted({ number: "DW1" })]],
  ])
    await expect(action(...sent)).rejects.toThrow("404");
  played.sent = { "sec-fetch-site": "cross-site" };
  await expect(action(null, posted({ number: "DW1" }))).rejects.toThrow("403");
  expect(run).not.toHaveBeenCalled();
});

it("what is not found is noted with the ids that were asked for, under the person and no shop", async () => {
  const miss = () => Promise.reject(Object.assign(new NotFound("Part"), { asked: ["an id"] }));
  await expect(platform(miss)).rejects.toThrow("404");
  await expect(verb(miss)(null, posted({ number: "DW1" }))).rejects.toThrow("404");
  const event = { path: "/platform/catalog?q=a", userId: "u", actorTenantId: undefined, model: "Part" };
  expect(played.noted.mock.calls).toEqual([
    [event, ["an id"]],
    [event, ["an id"]],
  ]);
});

describe("for a system administrator", () => {
  it("a page reads, and what is not found is 404", async () => {
    expect(await platform(async () => "rows")).toBe("rows");
    await expect(platform(async () => Promise.reject(new NotFound()))).rejects.toThrow("404");
    await expect(platform(async () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
  });

  it("a verb runs and is recorded in one transaction, and leaves after the commit", async () => {
    const run = verb(async () => ({
      subject: "p",
      to: "/platform/catalog",
      message: "Saved",
      detail: { label: "DW1" },
    }));
    await expect(run(null, posted({ number: "DW1" }))).rejects.toThrow("redirect /platform/catalog");
    expect(played.create).toHaveBeenCalledWith({
      data: { userId: "u", userName: "Sys", action: "part.edit", subject: "p", detail: { label: "DW1" } },
    });
    expect(played.log).toEqual(["begin", "commit", "flash /platform"]);
  });

  it("a verb that says nothing of its own is recorded with its input, and stays on its page", async () => {
    expect(await verb(async () => undefined)(null, posted({ number: "DW1" }))).toEqual({ ok: true });
    expect(played.create.mock.calls[0]?.[0]).toMatchObject({
      data: { detail: { input: { number: "DW1" } } },
    });
    expect(played.log).toEqual(["begin", "commit", "refresh"]);
  });

  it("is about the record that its verb returned, unless it says otherwise", async () => {
    await verb(async () => ({ id: "p" }))(null, posted({ number: "DW1" }));
    expect(played.create.mock.calls[0]?.[0]).toMatchObject({ data: { subject: "p" } });
    await verb(async () => ({ id: "p", subject: "q" }))(null, posted({ number: "DW1" }));
    expect(played.create.mock.calls[1]?.[0]).toMatchObject({ data: { subject: "q" } });
  });

  it("no record, no change", async () => {
    played.create.mockRejectedValue(new Error("the log is full"));
    await expect(verb(async () => undefined)(null, posted({ number: "DW1" }))).rejects.toThrow(
      "the log is full",
    );
    expect(played.log).toEqual(["begin"]);
  });

  it("what changed nothing is not recorded, and an answer is handed back", async () => {
    expect(
      await verb(async () => ({ unchanged: true, answer: [1] }))(null, posted({ number: "DW1" })),
    ).toEqual({ ok: true, answer: [1] });
    expect(played.create).not.toHaveBeenCalled();
    expect(played.log).toEqual(["begin", "commit"]);
  });

  it("bad input and refusals come back with what was typed; what is not found is 404, a bug stays one", async () => {
    const run = vi.fn();
    expect(await verb(run)(null, posted({ number: "D" }))).toMatchObject({
      values: { number: "D" },
      errors: { number: ["Too short"] },
    });
    expect(run).not.toHaveBeenCalled();
    const throwing = (error: Error) =>
      verb(async () => Promise.reject(error))(null, posted({ number: "DW1" }));
    expect(await throwing(new Refusal("Twice", "number"))).toMatchObject({
      values: { number: "DW1" },
      errors: { number: ["Twice"] },
    });
    await expect(throwing(new NotFound())).rejects.toThrow("404");
    await expect(throwing(new Error("a bug"))).rejects.toThrow("a bug");
  });
});
