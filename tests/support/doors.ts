import { vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { FormState } from "@/lib/forms/form";
import type { Kernel } from "@/lib/tenancy/kernel";
import type { TenantId } from "@/lib/tenancy/scope";

/** What came of pressing a button: where it led and what was said there, or what stands beside the form. */
export type Pressed = {
  to?: string;
  message?: string;
  errors?: Record<string, string[]>;
  /** What the form is on from now on, where somebody else changed it meanwhile. */
  shown?: string;
  status?: 401 | 403 | 404;
};

class Left extends Error {
  constructor(readonly pressed: Pressed) {
    super("The door was left");
  }
}

const played = { actor: null as Actor | null, admin: false, flash: "" };

/**
 * Plays what stands around the app's doors: Next.js and the session. Behind them all is as it is, on the database of
 * the tests. Import the actions after it, by `await import("./actions")`.
 */
export function playDoors(): void {
  const leave = (pressed: Pressed) => () => {
    throw new Left(pressed);
  };
  vi.doMock("next/headers", () => ({
    headers: async () => new Headers({ "x-bastion-path": "/test", "user-agent": "a browser" }),
    cookies: async () => ({
      set: (_name: string, message: string) => {
        played.flash = decodeURIComponent(message);
      },
    }),
  }));
  vi.doMock("next/navigation", () => ({
    notFound: leave({ status: 404 }),
    unauthorized: leave({ status: 401 }),
    forbidden: leave({ status: 403 }),
    redirect: (to: string) => leave({ to })(),
  }));
  vi.doMock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));
  vi.doMock("next/server", async () => ({ ...(await vi.importActual("next/server")), after: () => {} }));
  const person = () => ({
    userId: played.actor?.userId,
    name: played.actor?.userName,
    places: [],
    systemAdmin: played.admin,
  });
  vi.doMock("@/lib/auth/actor", () => ({
    actorOf: async () => ({ kind: "member", actor: played.actor, person: person() }),
    personSignedIn: async () => person(),
  }));
}

/** A form as a browser posts it. */
export function posted(values: Record<string, string | readonly string[] | Blob>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat() as (string | Blob)[]) form.append(name, one);
  return form;
}

async function outcome(run: () => Promise<FormState>): Promise<Pressed> {
  played.flash = "";
  try {
    const { message, errors, shown } = (await run()) ?? {};
    return { ...(message && { message }), ...(errors && { errors }), ...(shown && { shown }) };
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    return { ...error.pressed, ...(played.flash && { message: played.flash }) };
  }
}

type ShopAction = (tenant: string, state: FormState, form: FormData) => Promise<FormState>;
type PlatformAction = (state: FormState, form: FormData) => Promise<FormState>;
type Values = Parameters<typeof posted>[0];

/** Posts a form to a shop's action as somebody who works there. */
export function press(actor: Actor, action: ShopAction, values: Values): Promise<Pressed> {
  played.actor = actor;
  return outcome(() => action(actor.slug, null, posted(values)));
}

type Route = (
  request: Request,
  segments: { params: Promise<{ tenant: string } & Record<string, string>> },
) => Promise<Response>;

/** Asks a shop's route as somebody who works there. */
export function ask(actor: Actor, route: Route, query: Record<string, string>): Promise<Response> {
  played.actor = actor;
  const request = new Request(`https://glass.example/?${new URLSearchParams(query)}`);
  return route(request, { params: Promise.resolve({ tenant: actor.slug }) });
}

/** Posts a form to a guest's action, by the link that the token is. */
export function pressAsGuest(token: string, action: ShopAction, values: Values): Promise<Pressed> {
  return outcome(() => action(token, null, posted(values)));
}

/** Posts a form to an action of platform/ as a system administrator. */
export function pressAsAdmin(
  who: { userId: string; userName: string },
  action: PlatformAction,
  values: Values,
) {
  Object.assign(played, { actor: who, admin: true });
  return outcome(() => action(null, posted(values)));
}

/** The newest audit row of a shop: what was done, to what, by whom. */
export async function lastAudit(kernel: Kernel, shop: TenantId) {
  const { action, subject, detail, userName } = await kernel.withTenant(shop, (db) =>
    db.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } }),
  );
  return { action, subject, detail: detail as Record<string, unknown>, userName };
}
