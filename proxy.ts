import { type NextRequest, NextResponse } from "next/server";

/** Notes the path that was asked for, so that sign-in can lead back to it. No authority: the app is safe without it. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-bastion-path", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg).*)"] };
