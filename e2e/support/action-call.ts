import type { APIRequestContext, APIResponse } from "@playwright/test";

type Call = {
  /** Any page of the app that carries the action. */
  url: string;
  id: string;
  fields: Record<string, string>;
};

/**
 * Calls a server action as React does from the browser, but with any shop and any fields: nothing of the page is needed.
 * @param tenant none for an action of platform/, which is bound to no shop.
 */
export function callAction(
  context: APIRequestContext,
  { tenant, ...call }: Call & { tenant?: string },
): Promise<APIResponse> {
  return sendArguments(
    context,
    call,
    JSON.stringify([...(tenant === undefined ? [] : [tenant]), null, "$K1"]),
  );
}

/** Sends an action any arguments, in React's encoding: "$K1" is the form whose fields begin with "_1_" and came before. */
export function sendArguments(
  context: APIRequestContext,
  { url, id, fields }: Call,
  encoded: string,
): Promise<APIResponse> {
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value);
  multipart.append("0", encoded);
  const origin = new URL(process.env.E2E_BASE_URL ?? "").origin;
  return context.post(url, { headers: { "next-action": id, origin, accept: "text/x-component" }, multipart });
}
