"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { buttonLook } from "@/components/ui/buttons/button";

/** Leads to the sign-in page, and from there back to the page where one is now. */
export const SignInLink = () => {
  const path = usePathname();
  const [search, setSearch] = useState("");
  useEffect(() => setSearch(window.location.search), []);
  return (
    <a
      href={`/sign-in?next=${encodeURIComponent(path + search)}`}
      className={buttonLook({ variant: "primary" })}
    >
      Sign in
    </a>
  );
};
