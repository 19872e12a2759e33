import { createHash, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { themeScript } from "@/components/shell/theme";
import { contentSecurityPolicy } from "@/lib/content-security-policy";

const themeHash = createHash("sha256").update(themeScript).digest("base64");
const https = process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
const development = process.env.NODE_ENV === "development";

/**
 * Notes the path that was asked for, so that sign-in can lead back to it, and gives each answer its content security policy.
 * No authority: the doors are safe without it.
 */
export function proxy(request: NextRequest): NextResponse {
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

export const config = { matcher: ["/((?!_next/static/).*)"] };
