import { after } from "next/server";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { emailOf } from "@/lib/email";
import { env } from "@/lib/env";
import { PEER } from "@/lib/log/request";
import { ownAddress } from "@/lib/own-path";
import { recordFailedSignIn } from "@/lib/security/security";
import { addressOf } from "./address";
import { checkPassword } from "./identity";
import { MOST_DAYS, openSession } from "./sessions";
import { forgetTries, mayTry } from "./throttle";

/** A cookie lives as long as a session may; whether its session still holds, the session's row says. */
const maxAge = MOST_DAYS * 24 * 60 * 60;

/** Sign-in and sign-out. The sealed cookie names a session and nothing else; person, shops and roles are read on each request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge },
    jwt: { maxAge },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [CredentialsProvider({ credentials: { email: {}, password: {} }, authorize: enter })],
    callbacks: {
      jwt: ({ token, user }) => (user ? { session: user.id } : token),
      // Only our own paths: a sign-in link can't send anyone elsewhere.
      redirect: ({ url, baseUrl }) => baseUrl + (ownAddress(url, baseUrl) ?? ""),
    },
  };
}

type Asked = { headers?: Record<string, string | undefined> };

/** @returns the id of a session, for the cookie; null for whoever does not get in, whyever. */
async function enter(credentials: Record<string, string> | undefined, { headers = {} }: Asked) {
  const email = emailOf(credentials?.email);
  const password = String(credentials?.password ?? "").slice(0, 1000);
  if (!credentials?.email || !password) return null;
  const address = addressOf(headers["x-forwarded-for"], headers[PEER], env().TRUSTED_PROXIES);
  if (!(await mayTry(email, address))) {
    after(() => recordFailedSignIn("sign_in_throttled", email));
    return null;
  }
  const user = await checkPassword(email, password);
  if (!email || !user) {
    after(() => recordFailedSignIn("sign_in_failed", email));
    return null;
  }
  await forgetTries(email, address);
  return { id: await openSession(user.id, { address, userAgent: headers["user-agent"] ?? "" }) };
}
