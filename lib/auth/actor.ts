import { cache } from "react";
import { sessionNamed } from "./cookie";
import { type Person, type Place, personOf } from "./identity";

/** Who acts, in which shop, as what. */
export type Actor = Place & { userId: string; userName: string };

/** What a request's session proves about a shop. */
export type Proof =
  | { kind: "member"; actor: Actor; person: Person }
  | { kind: "outsider"; person: Person }
  | { kind: "signed-out" };

/** The person whose session this request carries, with the shops they work in; null without one. Read once a request. */
export const personSignedIn = cache(async (): Promise<Person | null> => {
  const session = await sessionNamed();
  return session === null ? null : personOf(session);
});

/** The slug only picks among the shops that the session's user belongs to. Read once a request. */
export const actorOf = cache(async (slug: string): Promise<Proof> => {
  const person = await personSignedIn();
  if (!person) return { kind: "signed-out" };
  const place = person.places.find((one) => one.slug === slug);
  if (!place) return { kind: "outsider", person };
  return { kind: "member", person, actor: { ...place, userId: person.userId, userName: person.name } };
});
