import { redirect } from "next/navigation";
import { NoticePage } from "@/components/shell/notice-page";
import { SignOut } from "@/components/shell/sign-out";
import { AppLink } from "@/components/ui/app-link";
import { personSignedIn } from "@/lib/auth/actor";
import { roleNames } from "@/lib/auth/roles";

export const metadata = { title: "Your shops" };

export default async function ShopsPage() {
  const person = await personSignedIn();
  if (!person) redirect("/sign-in");
  if (person.systemAdmin && person.places.length === 0) redirect("/platform/security");
  const [only] = person.places;
  if (only && person.places.length === 1) redirect(`/${only.slug}`);
  if (!only) {
    return (
      <NoticePage title="No shop yet" actions={<SignOut />}>
        <p>
          You are signed in as {person.email}, and work in no shop here. Ask your shop's owner to add you.
        </p>
      </NoticePage>
    );
  }
  return (
    <NoticePage title="Which shop?">
      <ul className="mt-4 space-y-2">
        {person.places.map((place) => (
          <li
            key={place.slug}
            className="relative rounded-card border border-line bg-raised px-4 py-3 hover:bg-hover"
          >
            <AppLink href={`/${place.slug}`} className="font-medium text-ink after:absolute after:inset-0">
              {place.name}
            </AppLink>
            <p className="text-[0.8125rem] text-ink-soft">{roleNames[place.role]}</p>
          </li>
        ))}
      </ul>
    </NoticePage>
  );
}
