import { cookies } from "next/headers";

/** One sentence for the next page, shown once as a toast. @param path the part of the app that the next page is in. */
export async function flash(path: string, message: string): Promise<void> {
  (await cookies()).set("flash", encodeURIComponent(message), { path, maxAge: 15, sameSite: "lax" });
}
