import { cookies } from "next/headers";
import { getToken, type JWT } from "next-auth/jwt";
import { env } from "@/lib/env";
import { isUuid } from "@/lib/tenancy/tenancy";

/** What the sealed cookie holds: the id of a session, which says all else. */
export type Sealed = JWT & { session?: string };

/** The id of the session that this request's cookie names, or null. Whether it still holds, the session's row says. */
export async function sessionNamed(): Promise<string | null> {
  const request = { cookies: await cookies(), headers: new Headers() };
  const token = (await getToken({ req: request as never, secret: env().NEXTAUTH_SECRET })) as Sealed | null;
  return isUuid(token?.session) ? token.session : null;
}
