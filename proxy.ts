import { createHash, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { themeScript } from "@/components/shell/theme";
import { isForeign } from "@/lib/auth/origin";
import { contentSecurityPolicy } from "@/lib/content-security-policy";
import { hasPlainArguments, MOST_BYTES, mayCallAction } from "@/lib/doors/action-arguments";
import { log } from "@/lib/log/log";

const themeHash = createHash("sha256").update(themeScript).digest("base64");
const https = process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
const development = process.env.NODE_ENV === "development";

/**
 * Notes the path that was asked for, so that sign-in can lead back to it, gives each answer its content security policy, and refuses
 * calls of actions that no page of ours makes. No authority: the doors are safe without it.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const status = mayCallAction(request) ? await refusedAs(request) : undefined;
  if (status) {
    log.warn("A call of an action was refused that no page of ours makes", { status });
    return new NextResponse(null, { status });
  }
  const pdf = request.nextUrl.pathname.endsWith("/pdf");
  const policy = contentSecurityPolicy({ nonce: randomUUID(), hashes: [themeHash], https, development, pdf });
  const headers = new Headers(request.headers);
  headers.set("x-bastion-path", request.nextUrl.pathname + request.nextUrl.search);
  // Next.js takes the nonce for its own scripts from here; what the browser sent under this name is gone.
  headers.set("content-security-policy", policy);
  headers.delete("content-security-policy-report-only");
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Only where the operator says that the app is public over https: elsewhere it could lock a machine out of plain http.
  if (https) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/** What Next.js would take for a fault of the app's, in its own reading of a call, before any door is asked. */
async function refusedAs(request: NextRequest): Promise<number | undefined> {
  if (isForeign(request.headers, process.env.NEXTAUTH_URL)) return 403;
  const body = await request.arrayBuffer();
  if (body.byteLength > MOST_BYTES) return 413;
  if (!(await hasPlainArguments(request.headers, body))) return 400;
}

export const config = { matcher: ["/((?!_next/static/).*)"] };
