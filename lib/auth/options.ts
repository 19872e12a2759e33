import { after } from "next/server";
import type { DefaultSession, NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { recordFailedSignIn } from "@/lib/security";
import { checkPassword } from "./identity";
import { addressOf, forgetTries, mayTry } from "./throttle";

declare module "next-auth" {
  interface Session {
    user?: DefaultSession["user"] & { id?: string };
  }
}

const TWELVE_HOURS = 12 * 60 * 60;

/** The signed cookie says who the user is and nothing else; shops and roles are read on each request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: TWELVE_HOURS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const email = String(credentials?.email ?? "").slice(0, 320);
          const password = String(credentials?.password ?? "").slice(0, 1000);
          if (!email || !password) return null;
          const address = addressOf(request.headers?.["x-forwarded-for"], env().TRUSTED_PROXIES);
          if (!(await mayTry(email, address))) {
            after(() => recordFailedSignIn("sign_in_throttled", email));
            return null;
          }
          const user = await checkPassword(email, password);
          if (!user) {
            after(() => recordFailedSignIn("sign_in_failed", email));
            return null;
          }
          await forgetTries(email, address);
          return { id: user.id };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub } }),
      // Only our own paths: a sign-in link can't send anyone elsewhere.
      redirect: ({ url, baseUrl }) =>
        url.startsWith("/") && !url.startsWith("//")
          ? baseUrl + url
          : url.startsWith(`${baseUrl}/`)
            ? url
            : baseUrl,
    },
  };
}
