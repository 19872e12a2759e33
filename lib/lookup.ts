import { NextResponse } from "next/server";
import type { z } from "zod";
import type { Actor } from "./auth/actor";
import { admit, type Gate, noteStranger } from "./door";
import { type Db, isNotFound, withTenant } from "./tenancy/tenancy";
import { asTyped } from "./typed-text";

/** A file to show in the browser. */
export type FileAnswer = {
  bytes: Uint8Array;
  /** Such as `application/pdf`. */
  type: string;
  /** What it is called when it is kept. */
  name: string;
  /** Seconds that the browser may keep it, for an address that changes with the file; none asks anew each time. */
  keepFor?: number;
};

type Lookup<Query extends z.ZodType, Result> = Gate & {
  query: Query;
  run: (db: Db, input: z.output<Query>, actor: Actor) => Promise<Result>;
  /** Makes a file of what `run` found, once its transaction is over; without it the answer is JSON. */
  file?: (found: Result) => FileAnswer | Promise<FileAnswer>;
};

const NOT_KEPT = "private, no-store";

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
      return file ? show(await file(found)) : answer(found, 200);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await noteStranger(actor, error, named);
      return answer({ message: "Not found" }, 404);
    }
  };
}

function answer(body: unknown, status: number): Response {
  return NextResponse.json(body, { status, headers: { "cache-control": NOT_KEPT } });
}

/** A file as an answer: of the type it says and of no other, and never kept for others. */
export function show({ bytes, type, name, keepFor }: FileAnswer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": keepFor ? `private, max-age=${keepFor}` : NOT_KEPT,
      "x-content-type-options": "nosniff",
    },
  });
}
