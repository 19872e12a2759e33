import { ready } from "@/lib/tenancy/tenancy";

export const dynamic = "force-dynamic";

/** 200 when the database answers as a role that RLS holds; 503 otherwise. Says no more than that. */
export async function GET(): Promise<Response> {
  try {
    await ready();
    return Response.json({ ok: true });
  } catch {
    return Response.json({ ok: false }, { status: 503 });
  }
}
