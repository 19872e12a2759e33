import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/** The other end of the connection. Our own server writes it over whatever a client sends under this name. */
export const PEER = "x-bastion-peer";

// One a process, also where bundles hold copies of this file.
const store = globalThis as { bastionRequest?: AsyncLocalStorage<string> };
store.bastionRequest ??= new AsyncLocalStorage();
const running = store.bastionRequest;

/** The id under which the log knows the request that this call chain works for, and which its answer carries as X-Request-Id. */
export const requestId = (): string | undefined => running.getStore();

type Started = { request: IncomingMessage; response: ServerResponse };

/** Call it once, before the server answers: from then on each request has an id and the address of its peer. */
export function watchRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Started;
    const id = randomUUID();
    request.headers[PEER] = request.socket.remoteAddress ?? "";
    response.setHeader("x-request-id", id);
    // Node runs each request in an async resource of its own, so this ends with it.
    running.enterWith(id);
  });
}
