import type { ReactNode } from "react";

/** Holds the form that signs out. */
export const SignOutSlot = ({ children }: { children: ReactNode }) => (
  <div className="[&_button]:flex [&_button]:min-h-11 [&_button]:w-full [&_button]:items-center [&_button]:gap-2 [&_button]:rounded-control [&_button]:px-2.5 [&_button]:text-left [&_button]:hover:bg-hover md:[&_button]:min-h-9">
    {children}
  </div>
);
