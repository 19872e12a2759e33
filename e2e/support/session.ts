import { type APIRequestContext, expect, request } from "@playwright/test";
import { DEMO_PASSWORD } from "../../prisma/seed/demo/people";

/** Signs somebody in on a request context or on a page's. */
export async function signIn(
  context: APIRequestContext,
  email: string,
  password = DEMO_PASSWORD,
): Promise<void> {
  const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
  const answer = await context.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, json: "true" },
  });
  expect(answer.ok(), `sign-in of ${email}`).toBe(true);
}

/** A browser without a window: requests that carry somebody's session, or nobody's. Redirects are answers and not followed. */
export async function visitor(email?: string): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL: process.env.E2E_BASE_URL, maxRedirects: 0 });
  if (email) await signIn(context, email);
  return context;
}
