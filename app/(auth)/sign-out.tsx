"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";

/** Ends the session on this browser. */
export const SignOut = () => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      void signOut({ callbackUrl: "/sign-in" });
    }}
  >
    <button type="submit">
      <LogOut aria-hidden="true" className="size-4" /> Sign out
    </button>
  </form>
);
