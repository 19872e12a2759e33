import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { z } from "zod";
import { personSignedIn } from "@/lib/auth/actor";
import { type Guest, readGuestToken } from "@/lib/auth/guest-link";
import type { FormState } from "@/lib/forms/form";
import { type Db, withTenant } from "@/lib/tenancy/tenancy";
import type { Done } from "./action";
import { audit } from "./audit";
import { or404, requirePost } from "./door";
import { type FileAnswer, showFile } from "./file-answer";
import { type Admitted, type Deed, perform } from "./perform";

// Doors for people without an account: the signed link in the address says which shop and which one row. Nothing else they send names anything.

/** In the shop of a link. A link that is not ours and one whose row is gone are one and the same 404. */
async function inside<Result>(
  guest: Guest | null,
  run: (db: Db, id: string) => Promise<Result>,
): Promise<Result> {
  if (!guest) notFound();
  return or404({ actorTenantId: guest.tenantId }, () =>
    withTenant(guest.tenantId, (db) => run(db, guest.id)),
  );
}

/**
 * The door to read for a guest. @param token from the address.
 * @param query is handed the id that the link was made for, and whether it is one of the shop's own people, signed in, who looks.
 */
export async function guestView<Result>(
  token: string,
  query: (db: Db, id: string, byShop: boolean) => Promise<Result>,
): Promise<Result> {
  const guest = readGuestToken(token);
  const person = guest && (await personSignedIn());
  const byShop = person?.places.some(({ tenantId }) => tenantId === guest?.tenantId) ?? false;
  return inside(guest, (db, id) => query(db, id, byShop));
}

/**
 * The door to read for a guest where the answer is a file. @param file makes it of what `query` found, once its transaction is over;
 * it is told whose turn it is where files are made one after the other.
 */
export function guestFile<Result>(
  query: (db: Db, id: string) => Promise<Result>,
  file: (found: Result, shop: string) => Promise<FileAnswer>,
) {
  return async (_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> => {
    const guest = readGuestToken((await params).token);
    const found = await inside(guest, query);
    return showFile(() => file(found, guest?.tenantId ?? ""));
  };
}

/** A guest as a verb knows them: what their link was made for, and what their browser calls itself. */
type Visitor = { id: string; browser: string };

/** What a guest's page makes of what its verb has done: it stays. */
type GuestDone = Pick<Done, "subject" | "message" | "detail">;

/**
 * The door to write for a guest: the link, then `perform`, signed "Customer"; the audit row keeps what `then` says and not the input.
 * @returns a server action to bind to the link's token; it stays on the page.
 */
export function guestAction<Form extends z.ZodType, Result>(
  deed: Deed<Form, Db, Visitor, Result, GuestDone>,
) {
  return async (token: string, _state: FormState, posted: FormData): Promise<FormState> => {
    await requirePost([token], posted);
    const guest = readGuestToken(token);
    if (!guest) notFound();
    const browser = ((await headers()).get("user-agent") ?? "").slice(0, 300);
    const { done, refused } = await perform(visitor(guest, browser), deed, posted);
    if (refused) return refused;
    refresh();
    return { ok: true, message: done.message };
  };
}

const visitor = ({ tenantId, id }: Guest, browser: string): Admitted<Db, Visitor> => ({
  who: { id, browser },
  asker: { actorTenantId: tenantId },
  within: (work) => withTenant(tenantId, work),
  record: (db, { action, subject, detail }) =>
    audit(db, { userId: null, userName: "Customer" }, { action, subject, detail }),
});
