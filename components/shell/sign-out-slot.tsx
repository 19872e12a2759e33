"use client";

import type { ReactNode } from "react";
import { clearDrafts } from "@/components/form/draft-store";

/** Holds the form that signs out; what was typed and not saved is forgotten with it. */
export const SignOutSlot = ({ children }: { children: ReactNode }) => (
  <div
    onSubmit={clearDrafts}
    className="[&_button]:flex [&_button]:min-h-11 [&_button]:w-full [&_button]:items-center [&_button]:gap-2 [&_button]:rounded-control [&_button]:px-2.5 [&_button]:text-left [&_button]:hover:bg-hover md:[&_button]:min-h-9"
  >
    {children}
  </div>
);
