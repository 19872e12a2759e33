import type { ReactNode } from "react";
import { DraftsOf } from "@/components/form/drafts/draft-owner";
import { AppShell } from "@/components/shell/app-shell";
import { Flash } from "@/components/shell/flash";
import { SignOut } from "@/components/shell/sign-out";
import { type Actor, actorOf } from "@/lib/auth/actor";
import { draftOwner } from "@/lib/auth/draft-owner";
import { roleNames } from "@/lib/auth/roles";
import type { Feature } from "./feature";
import { features } from "./features";

type Props = { params: Promise<{ tenant: string }>; children: ReactNode };

/** The shell around a shop. It authorises nothing: each page's door does. */
export default async function ShopLayout({ params, children }: Props) {
  const { tenant } = await params;
  const proof = await actorOf(tenant);
  if (proof.kind !== "member") return children;
  const { actor, person } = proof;
  return (
    <AppShell
      shop={{ name: actor.name, slug: actor.slug }}
      shops={person.places.map(({ name, slug, role }) => ({ name, slug, role: roleNames[role] }))}
      user={{ name: person.name, email: person.email }}
      nav={navOf(actor)}
      signOut={<SignOut />}
    >
      <DraftsOf owner={draftOwner(actor.userId)}>
        <Flash path={`/${actor.slug}`} />
        {actor.demo && (
          <p data-screen-only="" className="-mt-2 mb-4 text-[0.8125rem] text-ink-faint">
            Demo shop: its customers, jobs, part numbers and prices are invented.
          </p>
        )}
        {children}
      </DraftsOf>
    </AppShell>
  );
}

function navOf(actor: Actor) {
  const shown = features.filter(
    ({ allow, flag }) => allow.includes(actor.role) && (!flag || actor.flags.includes(flag)),
  );
  const items = (group: Feature["group"]) =>
    shown
      .filter((feature) => feature.group === group)
      .map(({ path, name, icon }) => ({ href: `/${actor.slug}/${path}`, label: name, icon }));
  return [
    { items: [{ href: `/${actor.slug}`, label: "Today", icon: "home" as const }, ...items("work")] },
    { label: "Money", items: items("money") },
    { label: "Shop", items: items("shop") },
  ].filter((group) => group.items.length > 0);
}
