import NextAuth from "next-auth";
import { personSignedIn } from "@/lib/auth/actor";
import { sessionNamed } from "@/lib/auth/cookie";
import { authOptions } from "@/lib/auth/options";
import { isForeign } from "@/lib/auth/origin";
import { endSession } from "@/lib/auth/sessions";

type Context = { params: Promise<{ nextauth: string[] }> };

const nextAuth: (request: Request, context: Context) => Promise<Response> = (...asked) =>
  NextAuth(authOptions())(...asked);

/** Who is signed in. next-auth's own answer would come with a new cookie each time, and a session would never end. */
async function session(): Promise<Response> {
  const person = await personSignedIn();
  const body = person ? { user: { id: person.userId } } : {};
  return Response.json(body, { headers: { "cache-control": "private, no-cache, no-store" } });
}

const isFor = async (verb: string, { params }: Context) => (await params).nextauth[0] === verb;

export async function GET(request: Request, context: Context): Promise<Response> {
  return (await isFor("session", context)) ? session() : nextAuth(request, context);
}

/** Signing in and out is for our own pages: another site's page can't do it in somebody's browser. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if (isForeign(request.headers, process.env.NEXTAUTH_URL))
    return Response.json({ message: "This request came from another site." }, { status: 403 });
  if (await isFor("session", context)) return session();
  if (await isFor("signout", context)) {
    const named = await sessionNamed();
    if (named) await endSession(named);
  }
  return nextAuth(request, context);
}
