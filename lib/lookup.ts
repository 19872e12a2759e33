import { NextResponse } from "next/server";
import type { z } from "zod";
import type { Actor } from "./auth/actor";
import { admit, type Gate, noteStranger } from "./door";
import { type Db, isNotFound, withTenant } from "./tenancy/tenancy";

type Lookup<Query extends z.ZodType, Result> = Gate & {
  query: Query;
  run: (db: Db, input: z.output<Query>, actor: Actor) => Promise<Result>;
};

/**
 * The reading door for a form that asks while somebody types: a GET that answers JSON. 401 signed out, 404 where one doesn't belong,
 * 400 with messages for bad input. Never cached.
 */
export function lookup<Query extends z.ZodType, Result>({ query, run, ...gate }: Lookup<Query, Result>) {
  return async (request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> => {
    const { tenant } = await params;
    const actor = await admit(tenant, gate);
    if (actor === "signed-out") return answer({ message: "Sign in to go on." }, 401);
    if (!actor) return answer({ message: "Not found" }, 404);
    const asked = [...new URL(request.url).searchParams];
    const named = Object.fromEntries(asked.map(([name, value]) => [name, value.replaceAll("\0", "")]));
    const input = query.safeParse(named);
    if (!input.success) return answer({ message: input.error.issues[0]?.message }, 400);
    try {
      return answer(await withTenant(actor.tenantId, (db) => run(db, input.data, actor)), 200);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await noteStranger(actor, error, named);
      return answer({ message: "Not found" }, 404);
    }
  };
}

function answer(body: unknown, status: number): Response {
  return NextResponse.json(body, { status, headers: { "cache-control": "private, no-store" } });
}
