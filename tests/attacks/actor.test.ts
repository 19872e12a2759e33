import { expect, it, vi } from "vitest";
import { actorOf } from "@/lib/auth/actor";

// The session says who; the address only picks among the shops of that person.
const played = vi.hoisted(() => ({ session: null as string | null, personOf: vi.fn() }));
vi.mock("@/lib/auth/cookie", () => ({ sessionNamed: async () => played.session }));
vi.mock("@/lib/auth/identity", () => ({ personOf: played.personOf }));

const place = { tenantId: "harbor-id", slug: "harbor", role: "owner" };
const person = { userId: "u", name: "Ann", places: [place] };

it("nobody is anybody without a session, and nothing is looked up", async () => {
  expect(await actorOf("harbor")).toEqual({ kind: "signed-out" });
  expect(played.personOf).not.toHaveBeenCalled();
});

it("a session that has ended, or of somebody who is gone, is no session", async () => {
  played.session = "gone";
  played.personOf.mockResolvedValueOnce(null);
  expect(await actorOf("harbor")).toEqual({ kind: "signed-out" });
});

it("a person is a member where they work and an outsider everywhere else", async () => {
  played.session = "s";
  played.personOf.mockResolvedValue(person);
  expect(await actorOf("harbor")).toEqual({
    kind: "member",
    person,
    actor: { ...place, userId: "u", userName: "Ann" },
  });
  for (const slug of ["summit", "Harbor", "", "harbor "])
    expect(await actorOf(slug)).toEqual({ kind: "outsider", person });
});
