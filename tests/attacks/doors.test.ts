import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { action } from "@/lib/doors/action";
import { admit, admitOrLeave } from "@/lib/doors/door";
import { lookup } from "@/lib/doors/lookup";
import { view } from "@/lib/doors/view";
import { Refusal } from "@/lib/refusal";
import { NotFound, Taken } from "@/lib/tenancy/errors";

// The doors with everything behind them played: who gets in, as whom, and what happens on the way out.
const played = vi.hoisted(() => ({
  proof: { kind: "signed-out" } as unknown,
  path: "/harbor/customers",
  log: [] as string[],
  actorOf: vi.fn(),
  audit: vi.fn(),
  crossTenantIds: vi.fn(),
  crossTenantSlug: vi.fn(),
  sent: {} as Record<string, string>,
}));

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: "glass.example", "x-bastion-path": played.path, ...played.sent }),
  cookies: async () => ({ set: () => played.log.push("flash") }),
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
    played.log.push(`to ${to}`);
    throw new Error(`redirect ${to}`);
  },
}));
vi.mock("next/cache", () => ({ refresh: () => played.log.push("refresh"), revalidatePath: () => {} }));
vi.mock("next/server", async (original) => ({ ...(await original()), after: (work: () => void) => work() }));
vi.mock("@/lib/auth/actor", () => ({ actorOf: played.actorOf }));
vi.mock("@/lib/doors/audit", () => ({ audit: played.audit }));
vi.mock("@/lib/security/security", () => ({
  recordCrossTenantIds: played.crossTenantIds,
  recordCrossTenantSlug: played.crossTenantSlug,
}));
vi.mock("@/lib/tenancy/tenancy", async () => ({
  ...(await import("@/lib/tenancy/errors")),
  withTenant: async (tenantId: string, run: (db: unknown) => unknown) => {
    played.log.push(`begin ${tenantId}`);
    const result = await run({ of: tenantId });
    played.log.push("commit");
    return result;
  },
}));

const id = "01a1fd5c-4eec-739d-a3e6-759ce61c1f5b";
const actor = {
  tenantId: "harbor-id",
  slug: "harbor",
  role: "counter",
  flags: ["claims"],
  userId: "u",
  userName: "Ann",
};
/** What the kernel throws: it knows what was asked for. */
const notFound = (model?: string) => Object.assign(new NotFound(model), { asked: [id] });
const feature = {};
const gate = { feature, allow: ["counter"] as never };
const member = () => {
  played.proof = { kind: "member", actor, person: { userId: "u" } };
};

beforeEach(() => {
  vi.clearAllMocks();
  played.actorOf.mockImplementation(async () => played.proof);
  played.audit.mockReset();
  played.log.length = 0;
  played.path = "/harbor/customers";
  played.sent = {};
  member();
});

describe("who is let in", () => {
  it("a member whom the gate names", async () => {
    expect(await admit("harbor", gate)).toBe(actor);
  });

  it("nobody by an address that no shop can have; nothing is even looked up", async () => {
    for (const slug of ["", "../x", "favicon.ico", "A", "x".repeat(64), "harbor/../x"])
      expect(await admit(slug, gate)).toBeNull();
    expect(played.actorOf).not.toHaveBeenCalled();
  });

  it("nobody without a session: sign-in from a page, and back; 401 from an action", async () => {
    played.proof = { kind: "signed-out" };
    expect(await admit("harbor", gate)).toBe("signed-out");
    await expect(admitOrLeave("harbor", gate, "page")).rejects.toThrow(
      "redirect /sign-in?next=%2Fharbor%2Fcustomers",
    );
    await expect(admitOrLeave("harbor", gate, "action")).rejects.toThrow("401");
  });

  it("and back leads to a path of ours only", async () => {
    played.proof = { kind: "signed-out" };
    for (const path of ["//evil.example", "https://evil.example", "/.//evil.example", "/\\evil.example"]) {
      played.path = path;
      await expect(admitOrLeave("harbor", gate, "page")).rejects.toThrow("redirect /sign-in?next=%2F");
      expect(played.log.join()).not.toContain("evil");
    }
  });

  it("no member of another shop; the knock is noted after the answer", async () => {
    played.proof = { kind: "outsider", person: { userId: "u" } };
    await expect(admitOrLeave("summit", gate, "page")).rejects.toThrow("404");
    expect(played.crossTenantSlug).toHaveBeenCalledWith({ path: played.path, userId: "u" }, "summit");
  });

  it("no role that the gate does not name, and nobody while the feature is off", async () => {
    expect(await admit("harbor", { feature, allow: ["owner"] as never })).toBeNull();
    expect(await admit("harbor", { feature: { flag: "dispatch" as never }, allow: gate.allow })).toBeNull();
    expect(await admit("harbor", { feature: { flag: "claims" as never }, allow: gate.allow })).toBe(actor);
  });
});

describe("a door that is shut runs nothing behind it", () => {
  const behind = vi.fn(async () => undefined) as never;
  const closed: [string, unknown][] = [
    ["signed out", { kind: "signed-out" }],
    ["an outsider", { kind: "outsider", person: { userId: "u" } }],
    ["another role", { kind: "member", actor: { ...actor, role: "technician" }, person: { userId: "u" } }],
  ];
  it.each(closed)("%s", async (_who, proof) => {
    played.proof = proof;
    await expect(view({ tenant: "harbor", ...gate }, behind)).rejects.toThrow(/404|redirect/);
    await expect(
      action({ name: "x", form: z.object({}), run: behind, then: behind, ...gate })(
        "harbor",
        null,
        new FormData(),
      ),
    ).rejects.toThrow(/401|404/);
    const answer = await lookup({ query: z.object({}), run: behind, ...gate })(new Request("http://x/y"), {
      params: Promise.resolve({ tenant: "harbor" }),
    });
    expect(answer.status).toBe(proof === closed[0]?.[1] ? 401 : 404);
    expect(behind).not.toHaveBeenCalled();
    expect(played.log.filter((line) => line.startsWith("begin"))).toEqual([]);
  });
});

describe("what no page of ours sends", () => {
  const behind = vi.fn(async () => undefined);
  const verb = action({ name: "x", form: z.object({}), run: behind, then: () => ({}), ...gate }) as (
    ...sent: unknown[]
  ) => Promise<unknown>;
  const form = new FormData();

  it.each<[string, unknown[]]>([
    ["an object as the shop", [{ slug: "harbor" }, null, form]],
    ["one that can't be text", [{ toString: 1 }, null, form]],
    ["a list", [["harbor"], null, form]],
    ["a number", [7, null, form]],
    ["a symbol", [Symbol("harbor"), null, form]],
    ["a form", [form, null, form]],
    ["nothing", []],
    ["no form", ["harbor", null]],
    ["a text as the form", ["harbor", null, "form"]],
    ["an object as the form", ["harbor", null, { keys: 1, entries: 1 }]],
  ])("%s is 404 and reaches nothing", async (_what, sent) => {
    await expect(verb(...sent)).rejects.toThrow("404");
    expect(behind).not.toHaveBeenCalled();
    expect(played.actorOf).not.toHaveBeenCalled();
  });

  it.each<[string, Record<string, string>]>([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a neighbor's site", { "sec-fetch-site": "same-site" }],
    ["another site by its origin", { origin: "https://evil.example" }],
    ["another site that says it is none", { "sec-fetch-site": "none", origin: "https://evil.example" }],
  ])("a post from %s is 403 and reaches nothing", async (_what, sent) => {
    played.sent = sent;
    await expect(verb("harbor", null, form)).rejects.toThrow("403");
    expect(behind).not.toHaveBeenCalled();
    played.sent = { "sec-fetch-site": "same-origin", origin: "https://glass.example" };
    expect(await verb("harbor", null, form)).toEqual({ ok: true });
  });
});

describe("what happens behind an open door", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const verb = (run: (db: unknown, input: unknown) => Promise<unknown>, then = (done: unknown) => done) =>
    action({
      name: "job.move",
      form: z.object({ jobId: z.uuid() }),
      run: run as never,
      then: (result, input) => (then as (...told: unknown[]) => object | undefined)(result, input) ?? {},
      ...gate,
    });
  const named = form({ jobId: id, password: "secret" });

  it("a view is its actor's shop, another shop's row is 404 and noted with the ids that were asked for", async () => {
    expect(await view({ tenant: "harbor", ...gate }, async (db, who) => [db, who])).toEqual([
      { of: "harbor-id" },
      actor,
    ]);
    played.path = `/harbor/customers/${id}`;
    const misses = view({ tenant: "harbor", ...gate }, async () => {
      throw notFound("Customer");
    });
    await expect(misses).rejects.toThrow("404");
    expect(played.crossTenantIds).toHaveBeenCalledWith(
      { path: played.path, userId: "u", actorTenantId: "harbor-id", model: "Customer" },
      [id],
    );
    const breaks = view({ tenant: "harbor", ...gate }, async () => {
      throw new Error("a bug");
    });
    await expect(breaks).rejects.toThrow("a bug");
  });

  it("a verb runs in its actor's shop, is audited in the same transaction, and leaves for its own shop after the commit", async () => {
    const run = verb(async (db) => ({
      subject: id,
      to: `/jobs/${(db as { of: string }).of}`,
      message: "Moved",
    }));
    await expect(run("harbor", null, named)).rejects.toThrow("redirect /harbor/jobs/harbor-id");
    expect(played.audit).toHaveBeenCalledWith({ of: "harbor-id" }, actor, {
      action: "job.move",
      subject: id,
      detail: { input: { jobId: id } },
    });
    expect(played.log).toEqual(["begin harbor-id", "commit", "flash", "to /harbor/jobs/harbor-id"]);
  });

  it("is about the record that its verb returned, unless it says otherwise", async () => {
    const then = vi.fn(() => ({ detail: { note: "n" } }));
    await verb(async () => ({ id, number: 7 }), then)("harbor", null, named);
    expect(then).toHaveBeenCalledWith({ id, number: 7 }, { jobId: id });
    const kept = { action: "job.move", subject: id, detail: { input: { jobId: id }, note: "n" } };
    expect(played.audit).toHaveBeenCalledWith({ of: "harbor-id" }, actor, kept);
    await verb(
      async () => ({ id: 7 }),
      () => ({}),
    )("harbor", null, named);
    expect(played.audit).toHaveBeenLastCalledWith({ of: "harbor-id" }, actor, {
      action: "job.move",
      subject: undefined,
      detail: { input: { jobId: id } },
    });
  });

  it("a verb that leads nowhere stays on its page", async () => {
    expect(await verb(async () => ({ message: "Saved" }))("harbor", null, named)).toEqual({
      ok: true,
      message: "Saved",
    });
    expect(await verb(async () => undefined)("harbor", null, named)).toEqual({ ok: true });
  });

  it("no audit row, no change", async () => {
    played.audit.mockRejectedValue(new Error("the log is full"));
    await expect(verb(async () => ({ to: "/" }))("harbor", null, named)).rejects.toThrow("the log is full");
    expect(played.log).toEqual(["begin harbor-id"]);
  });

  it("bad input comes back with what was typed, the password apart, and reaches nothing", async () => {
    const run = vi.fn();
    const back = await verb(run)("harbor", null, form({ jobId: "7", password: "secret" }));
    expect(back).toMatchObject({ values: { jobId: "7" }, errors: { jobId: [expect.any(String)] } });
    expect(JSON.stringify(back)).not.toContain("secret");
    expect(run).not.toHaveBeenCalled();
  });

  it("refusals are told, another shop's row is 404 and noted, a bug stays a bug", async () => {
    const throwing = (error: Error) => verb(async () => Promise.reject(error))("harbor", null, named);
    expect(await throwing(new Refusal("Paid already", "jobId"))).toMatchObject({
      errors: { jobId: ["Paid already"] },
      values: { jobId: id },
    });
    expect(await throwing(new Taken(["number"]))).toMatchObject({
      message: expect.stringContaining("taken"),
    });
    await expect(throwing(notFound())).rejects.toThrow("404");
    expect(played.crossTenantIds).toHaveBeenCalledWith(
      expect.objectContaining({ actorTenantId: "harbor-id" }),
      [id],
    );
    await expect(throwing(new Error("a bug"))).rejects.toThrow("a bug");
  });

  it("a lookup answers its actor's shop and is never kept by a cache", async () => {
    const ask = (run: (db: unknown) => Promise<unknown>, url = `http://x/y?id=${id}`) =>
      lookup({ query: z.object({ id: z.uuid("Not an id") }), run: run as never, ...gate })(new Request(url), {
        params: Promise.resolve({ tenant: "harbor" }),
      });
    const found = await ask(async (db) => db);
    expect([found.status, await found.json(), found.headers.get("cache-control")]).toEqual([
      200,
      { of: "harbor-id" },
      "private, no-store",
    ]);
    expect((await ask(async () => 1, "http://x/y?id=7")).status).toBe(400);
    const missed = await ask(async () => Promise.reject(notFound()));
    expect([missed.status, await missed.json()]).toEqual([404, { message: "Not found" }]);
    expect(played.crossTenantIds).toHaveBeenCalledWith(
      expect.objectContaining({ actorTenantId: "harbor-id" }),
      [id],
    );
    await expect(ask(async () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
  });

  it("a lookup's file is for its actor's browser alone, of the type it says, and its path's id is the one that counts", async () => {
    const seen: unknown[] = [];
    const open = lookup({
      query: z.object({ id: z.string() }),
      run: (async (db: unknown, input: unknown) => (seen.push(input), db)) as never,
      file: async (found: { of: string }) => ({
        bytes: new TextEncoder().encode(found.of),
        type: "image/png",
        name: "logo",
        keepFor: seen.length > 1 ? 60 : undefined,
      }),
      ...gate,
    });
    const ask = () =>
      open(new Request("http://x/y?id=other"), { params: Promise.resolve({ tenant: "harbor", id }) });
    const fresh = await ask();
    expect([fresh.status, await fresh.text(), fresh.headers.get("cache-control")]).toEqual([
      200,
      "harbor-id",
      "private, no-store",
    ]);
    expect(Object.fromEntries(fresh.headers)).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-disposition": 'inline; filename="logo"',
    });
    expect((await ask()).headers.get("cache-control")).toBe("private, max-age=60");
    expect(seen).toEqual([{ id }, { id }]);
  });
});
