import { notFound, redirect } from "next/navigation";
import { personSignedIn } from "./auth/actor";
import { pathAsked } from "./door";
import { type SystemDb, withSystem } from "./tenancy/tenancy";

/**
 * The door of platform/, to read: for system administrators alone, and to everyone else a page that never was. `query` sees the
 * kernel's own tables, such as the security log and the list of shops, and no shop's rows. Signed out goes to sign-in and comes back.
 */
export async function platform<Result>(query: (db: SystemDb) => Promise<Result>): Promise<Result> {
  const person = await personSignedIn();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(await pathAsked())}`);
  if (!person.systemAdmin) notFound();
  return withSystem(query);
}
