import type { ReactNode } from "react";
import { DraftsOf } from "@/components/form/drafts/draft-owner";
import { Flash } from "@/components/shell/flash";
import { SignOut } from "@/components/shell/sign-out";
import { SignOutSlot } from "@/components/shell/sign-out-slot";
import { Toasts } from "@/components/shell/toasts";
import { BrandMark } from "@/components/ui/brand-mark";
import { personSignedIn } from "@/lib/auth/actor";
import { draftOwner } from "@/lib/auth/draft-owner";
import { PlatformNav } from "./platform-nav";

/** The room around the system administrators' pages. It authorises nothing: each page's door does. */
export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const person = await personSignedIn();
  if (!person?.systemAdmin) return children;
  return (
    <>
      <header className="flex min-h-14 flex-wrap items-center gap-x-6 gap-y-1 border-b border-line px-4 md:px-8">
        <p className="flex flex-1 items-center gap-3 font-medium md:flex-none">
          <BrandMark className="size-6" />
          System administration
        </p>
        <PlatformNav />
        <SignOutSlot>
          <SignOut />
        </SignOutSlot>
      </header>
      <main className="mx-auto max-w-6xl px-4 pt-5 pb-16 md:px-8 md:pt-7">
        <Flash path="/platform" />
        <DraftsOf owner={draftOwner(person.userId)}>{children}</DraftsOf>
      </main>
      <Toasts />
    </>
  );
}
