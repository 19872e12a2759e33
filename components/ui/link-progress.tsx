"use client";

import { useLinkStatus } from "next/link";
import { createPortal } from "react-dom";

/** A thin bar along the top of the window while the surrounding link's page is on its way. */
export const LinkProgress = () => {
  const { pending } = useLinkStatus();
  return pending ? createPortal(<ProgressBar />, document.body) : null;
};

/** The bar itself; drawn over everything, and hidden from screen readers. */
export const ProgressBar = () => (
  <div aria-hidden="true" className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5">
    <div className="h-full origin-left animate-progress bg-accent shadow-[0_0_8px_var(--color-accent)]" />
  </div>
);
