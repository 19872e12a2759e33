import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { isForeign } from "@/lib/auth/origin";

const handler: (...args: unknown[]) => Promise<Response> = (...args) => NextAuth(authOptions())(...args);

/** Signing in and out is for our own pages: another site's page can't do it in somebody's browser. */
const post: typeof handler = async (request, ...rest) =>
  isForeign((request as Request).headers, process.env.NEXTAUTH_URL)
    ? Response.json({ message: "This request came from another site." }, { status: 403 })
    : handler(request, ...rest);

export { handler as GET, post as POST };
