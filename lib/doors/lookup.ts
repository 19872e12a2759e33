import { NextResponse } from "next/server";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { asTyped } from "@/lib/forms/typed-text";
import { type Db, isNotFound, withTenant } from "@/lib/tenancy/tenancy";
import { admit, askerOf, type Gate, noteCrossTenantAccess } from "./door";
import { type FileAnswer, NOT_KEPT, showFile } from "./file-answer";

type Lookup<Query extends z.ZodType, Result> = Gate & {
  query: Query;
  run: (db: Db, input: z.output<Query>, actor: Actor) => Promise<Result>;
  /**
   * Makes a file of what `run` found, once its transaction is over; null where there is none after all. Without it the answer is JSON.
   * @param shop whose turn it is where files are made one after the other.
   */
  file?: (found: Result, shop: string) => Promise<FileAnswer | null>;
};

type Segments = { params: Promise<{ tenant: string; [segment: string]: string }> };

/**
 * The reading door for what is no page: a GET that answers JSON to a form while somebody types, or a file. `query` is given the address's
 * parameters and the path's `[id]`. 401 signed out, 404 where one doesn't belong, 400 with messages for bad input. Never kept for others.
 */
export function lookup<Query extends z.ZodType, Result>({
  query,
  run,
  file,
  ...gate
}: Lookup<Query, Result>) {
  return async (request: Request, { params }: Segments): Promise<Response> => {
    const { tenant, ...segments } = await params;
    const actor = await admit(tenant, gate);
    if (actor === "signed-out") return answer({ message: "Sign in to go on." }, 401);
    if (!actor) return answer({ message: "Not found" }, 404);
    const asked = [...new URL(request.url).searchParams, ...Object.entries(segments)];
    const named = Object.fromEntries(asked.map(([name, value]) => [name, asTyped(value)]));
    const input = query.safeParse(named);
    if (!input.success) return answer({ message: input.error.issues[0]?.message }, 400);
    try {
      const found = await withTenant(actor.tenantId, (db) => run(db, input.data, actor));
      return file ? await showFile(() => file(found, actor.tenantId)) : answer(found, 200);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await noteCrossTenantAccess(askerOf(actor), error);
      return answer({ message: "Not found" }, 404);
    }
  };
}

function answer(body: unknown, status: number): Response {
  return NextResponse.json(body, { status, headers: { "cache-control": NOT_KEPT } });
}
