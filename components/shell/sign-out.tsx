"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { clearDrafts } from "@/components/form/drafts/draft-store";

/** Ends the session; what was typed and not saved is forgotten with it. */
export const SignOut = () => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      clearDrafts();
      void signOut({ callbackUrl: "/sign-in" });
    }}
  >
    <button type="submit">
      <LogOut aria-hidden="true" className="size-4" /> Sign out
    </button>
  </form>
);
