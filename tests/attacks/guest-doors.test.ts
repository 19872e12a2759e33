import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { guestAddress, guestToken } from "@/lib/auth/guest-link";
import { guestAction, guestFile, guestView } from "@/lib/doors/guest";
import { Refusal } from "@/lib/refusal";
import { NotFound } from "@/lib/tenancy/errors";
import type { TenantId } from "@/lib/tenancy/scope";

// The doors for people without an account, with everything behind them played: the link alone says which shop and which row.
const played = vi.hoisted(() => ({
  log: [] as string[],
  audit: vi.fn(),
  person: vi.fn(),
  noted: vi.fn(),
  sent: {} as Record<string, string>,
}));

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: "glass.example", "user-agent": "b".repeat(400), ...played.sent }),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  forbidden: () => {
    throw new Error("403");
  },
}));
vi.mock("next/server", async (original) => ({ ...(await original()), after: (work: () => void) => work() }));
vi.mock("@/lib/security/security", () => ({
  recordCrossTenantIds: played.noted,
  recordCrossTenantSlug: () => {},
}));
vi.mock("next/cache", () => ({ refresh: () => played.log.push("refresh") }));
vi.mock("@/lib/env", () => ({
  env: () => ({
    NEXTAUTH_SECRET: "a secret of at least thirty-two characters",
    NEXTAUTH_URL: "https://glass.example",
  }),
}));
vi.mock("@/lib/auth/actor", () => ({ personSignedIn: played.person, actorOf: async () => null }));
vi.mock("@/lib/doors/audit", () => ({ audit: played.audit }));
vi.mock("@/lib/tenancy/tenancy", async () => ({
  ...(await import("@/lib/tenancy/errors")),
  withTenant: async (tenantId: string, run: (db: unknown) => unknown) => {
    played.log.push(`begin ${tenantId}`);
    const result = await run({ of: tenantId });
    played.log.push("commit");
    return result;
  },
}));

const tenantId = "01a1fd5c-4eec-739d-a3e6-759ce61c1f5a" as TenantId;
const id = "01a1fd5c-4eec-739d-a3e6-759ce61c1f5b";
const token = guestToken({ tenantId }, id);
const other = guestToken({ tenantId: id as TenantId }, tenantId);
const forged = [
  `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
  token.slice(0, 43) + other.slice(43),
  "",
  "x",
];

beforeEach(() => {
  vi.clearAllMocks();
  played.audit.mockReset();
  played.person.mockReset().mockResolvedValue(null);
  played.log.length = 0;
  played.sent = {};
});

const posted = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const ask = (run: (db: unknown, input: unknown, guest: unknown) => Promise<unknown>) =>
  guestAction({
    name: "quote.sign",
    form: z.object({ name: z.string().min(2) }),
    run: run as never,
    then: (done) => done ?? {},
  });
const named = posted({ name: "José", id: "another", tenantId: "another" });

it("a link that is not ours opens nothing: not to look, not to keep, not to act", async () => {
  const behind = vi.fn();
  for (const one of forged) {
    await expect(guestView(one, behind)).rejects.toThrow("404");
    const file = guestFile(behind, behind)(new Request("http://x/y"), {
      params: Promise.resolve({ token: one }),
    });
    await expect(file).rejects.toThrow("404");
    for (const form of [named, posted({ name: "" })])
      await expect(ask(behind)(one, null, form)).rejects.toThrow("404");
  }
  expect(behind).not.toHaveBeenCalled();
  expect(played.log).toEqual([]);
});

it("what no page of ours sends is 404, and what another site's page sends 403", async () => {
  const run = vi.fn();
  const verb = ask(run) as (...sent: unknown[]) => Promise<unknown>;
  for (const sent of [
    [{ token }, null, named],
    [[token], null, named],
    [7, null, named],
    [],
    [token, null],
    [token, null, {}],
  ])
    await expect(verb(...sent)).rejects.toThrow("404");
  played.sent = { "sec-fetch-site": "cross-site" };
  await expect(verb(token, null, named)).rejects.toThrow("403");
  expect(run).not.toHaveBeenCalled();
});

it("what a link's shop does not have is noted, under the shop and without a person", async () => {
  const miss = () => Promise.reject(Object.assign(new NotFound("Part"), { asked: [id] }));
  await expect(guestView(token, miss)).rejects.toThrow("404");
  await expect(ask(miss)(token, null, named)).rejects.toThrow("404");
  const event = { path: "/", userId: undefined, actorTenantId: tenantId, model: "Part" };
  expect(played.noted.mock.calls).toEqual([
    [event, [id]],
    [event, [id]],
  ]);
});

describe("behind a link of ours", () => {
  it("is its shop and its row, whatever else is named", async () => {
    expect(await guestView(token, async (db, row) => [db, row])).toEqual([{ of: tenantId }, id]);
    const run = vi.fn(async () => ({ message: "Thank you" }));
    expect(await ask(run)(token, null, named)).toEqual({ ok: true, message: "Thank you" });
    const guest = { id, browser: "b".repeat(300) };
    expect(run).toHaveBeenCalledWith({ of: tenantId }, { name: "José" }, guest);
  });

  it("tells the shop's own people from everyone else, who see the same", async () => {
    const looks = async (places: object[] | null) => {
      played.person.mockResolvedValue(places && { places });
      return guestView(token, async (db, row, byShop) => [db, row, byShop]);
    };
    expect(await looks(null)).toEqual([{ of: tenantId }, id, false]);
    expect(await looks([])).toEqual([{ of: tenantId }, id, false]);
    expect(await looks([{ tenantId: id }])).toEqual([{ of: tenantId }, id, false]);
    expect(await looks([{ tenantId: id }, { tenantId }])).toEqual([{ of: tenantId }, id, true]);
  });

  it("a file is made after its transaction", async () => {
    const file = async (found: unknown) => {
      played.log.push("made");
      return { bytes: new TextEncoder().encode(JSON.stringify(found)), type: "application/pdf", name: "x" };
    };
    const answer = await guestFile(async (db) => db, file)(new Request("http://x/y"), {
      params: Promise.resolve({ token }),
    });
    expect(await answer.json()).toEqual({ of: tenantId });
    expect(played.log).toEqual([`begin ${tenantId}`, "commit", "made"]);
  });

  it("a row that is gone is 404, a refusal is told, a bug stays a bug, bad input reaches nothing", async () => {
    const throwing = (error: Error) => ask(async () => Promise.reject(error))(token, null, named);
    await expect(throwing(new NotFound())).rejects.toThrow("404");
    await expect(guestView(token, async () => Promise.reject(new NotFound()))).rejects.toThrow("404");
    await expect(guestView(token, async () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
    expect(await throwing(new Refusal("Too late", "name"))).toMatchObject({ errors: { name: ["Too late"] } });
    await expect(throwing(new Error("a bug"))).rejects.toThrow("a bug");
    const run = vi.fn();
    expect(await ask(run)(token, null, posted({ name: "" }))).toMatchObject({
      errors: { name: [expect.any(String)] },
    });
    expect(run).not.toHaveBeenCalled();
  });

  it("no audit row, no change; and the row says that nobody with an account did it", async () => {
    await ask(async () => ({ subject: id, detail: { grade: "oee" } }))(token, null, named);
    expect(played.audit).toHaveBeenCalledWith(
      { of: tenantId },
      { userId: null, userName: "Customer" },
      { action: "quote.sign", subject: id, detail: { grade: "oee" } },
    );
    played.log.length = 0;
    played.audit.mockRejectedValue(new Error("the log is full"));
    await expect(ask(async () => ({}))(token, null, named)).rejects.toThrow("the log is full");
    expect(played.log).toEqual([`begin ${tenantId}`]);
  });
});

it("an address leads to the public address of the app", () => {
  expect(guestAddress("/quote", { tenantId }, id)).toBe(`https://glass.example/quote/${token}`);
});
