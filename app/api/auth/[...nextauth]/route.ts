import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

const handler: (...args: unknown[]) => Promise<Response> = (...args) => NextAuth(authOptions())(...args);

export { handler as GET, handler as POST };
