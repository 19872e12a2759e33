import type { ReactNode } from "react";
import { SignOutSlot } from "@/components/shell/sign-out-slot";
import { BrandMark } from "@/components/ui/brand-mark";
import { SignOut } from "../(auth)/sign-out";

/** The room around the system administrators' pages. It authorises nothing: each page's door does. */
export default function PlatformLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex h-14 items-center gap-3 border-b border-line px-4 md:px-8">
        <BrandMark className="size-6" />
        <p className="flex-1 font-medium">System administration</p>
        <SignOutSlot>
          <SignOut />
        </SignOutSlot>
      </header>
      <main className="mx-auto max-w-6xl px-4 pt-5 pb-16 md:px-8 md:pt-7">{children}</main>
    </>
  );
}
