import { redirect } from "next/navigation";
import { KeepDrafts } from "@/components/form/drafts/keep-drafts";
import { BrandMark } from "@/components/ui/brand-mark";
import { personSignedIn } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { ownPath } from "@/lib/own-path";
import { one, type SearchParams } from "@/lib/paging";
import { SignInForm } from "./sign-in-form";

export const metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = ownPath(one((await searchParams).next));
  const next = asked && !asked.startsWith("/sign-in") ? asked : "/shops";
  if (await personSignedIn()) redirect(next);
  return (
    <main className="grid min-h-dvh place-items-center px-5 py-10">
      {/* A form whose session ended on the way leads here: what was typed waits for the way back. */}
      <KeepDrafts />
      <div className="w-full max-w-sm">
        <BrandMark className="size-10" />
        <h1 className="mt-5 mb-5 text-2xl font-semibold tracking-[-0.02em]">Sign in to your shop</h1>
        <SignInForm next={next} demo={env().DEMO_LOGINS} />
      </div>
    </main>
  );
}
