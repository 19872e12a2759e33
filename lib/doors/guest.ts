import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { z } from "zod";
import { personSignedIn } from "@/lib/auth/actor";
import { type Guest, readGuestToken } from "@/lib/auth/guest-link";
import type { FormState } from "@/lib/forms/form";
import { badInput, explain } from "@/lib/forms/form-answer";
import { readForm, typedValues } from "@/lib/forms/form-data";
import { type Db, isNotFound, withTenant } from "@/lib/tenancy/tenancy";
import { type Done, idOf } from "./action";
import { audit } from "./audit";
import { noteStranger, requirePost } from "./door";
import { type FileAnswer, showFile } from "./file-answer";

// Doors for people without an account: the signed link in the address says which shop and which one row. Nothing else they send names anything.

/** In the shop of a link. A link that is not ours and one whose row is gone are one and the same 404. */
async function inside<Result>(
  guest: Guest | null,
  run: (db: Db, id: string) => Promise<Result>,
): Promise<Result> {
  if (!guest) notFound();
  try {
    return await withTenant(guest.tenantId, (db) => run(db, guest.id));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await noteStranger({ actorTenantId: guest.tenantId }, error);
    notFound();
  }
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

/** What a guest's page makes of what its verb has done: it stays. */
type GuestDone = Pick<Done, "subject" | "message" | "detail">;

type GuestAction<Form extends z.ZodType, Result> = {
  /** Noun and verb: the audit row's action. */
  name: string;
  form: Form;
  /** @param id what the link was made for. @param browser what the guest's browser calls itself. */
  run: (db: Db, input: z.output<Form>, guest: { id: string; browser: string }) => Promise<Result>;
  then: (result: Result, input: z.output<Form>) => GuestDone;
};

/**
 * The door to write for a guest: link, zod, then one transaction with the audit row, signed "Customer".
 * @returns a server action to bind to the link's token; it stays on the page.
 */
export function guestAction<Form extends z.ZodType, Result>({
  name,
  form,
  run,
  then,
}: GuestAction<Form, Result>) {
  return async (token: string, _state: FormState, posted: FormData): Promise<FormState> => {
    await requirePost([token], posted);
    const guest = readGuestToken(token);
    const values = typedValues(posted);
    const parsed = form.safeParse(readForm(posted));
    if (!guest) notFound();
    if (!parsed.success) return { values, ...badInput(parsed.error) };
    const browser = ((await headers()).get("user-agent") ?? "").slice(0, 300);
    let done: GuestDone;
    try {
      done = await inside(guest, async (db, id) => {
        const result = await run(db, parsed.data, { id, browser });
        const { subject = idOf(result), detail, ...rest } = then(result, parsed.data);
        await audit(db, { userId: null, userName: "Customer" }, { action: name, subject, detail });
        return rest;
      });
    } catch (error) {
      return { values, ...explain(error) };
    }
    refresh();
    return { ok: true, message: done.message };
  };
}
