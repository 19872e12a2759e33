import type { APIRequestContext, APIResponse } from "@playwright/test";

/**
 * Calls a server action as React does from the browser, but with any shop and any fields: nothing of the page is needed.
 * @param url any page of the app that carries the action. @param tenant none for an action of platform/, which is bound to no shop.
 */
export function callAction(
  context: APIRequestContext,
  { url, id, tenant, fields }: { url: string; id: string; tenant?: string; fields: Record<string, string> },
): Promise<APIResponse> {
  // React's encoding of [tenant, if any, previous state, form]: "$K1" is the form whose fields begin with "_1_" and came before.
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value);
  multipart.append("0", JSON.stringify([...(tenant === undefined ? [] : [tenant]), null, "$K1"]));
  const origin = new URL(process.env.E2E_BASE_URL ?? "").origin;
  return context.post(url, { headers: { "next-action": id, origin, accept: "text/x-component" }, multipart });
}
