"use client";

import type { CSSProperties } from "react";
import { Toaster } from "sonner";

const colors = {
  "--normal-bg": "var(--color-raised)",
  "--normal-text": "var(--color-ink)",
  "--normal-border": "var(--color-line)",
  "--border-radius": "var(--radius-control)",
  fontFamily: "inherit",
} as CSSProperties;

/** Where short confirmations appear, in the colors of the app. */
export const Toasts = () => (
  <Toaster
    position="bottom-right"
    offset={{ bottom: "var(--clear)" }}
    mobileOffset={{ bottom: "var(--clear)" }}
    style={colors}
    toastOptions={{
      duration: 4000,
      classNames: { success: "[&_[data-icon]]:text-good-ink", error: "[&_[data-icon]]:text-bad-ink" },
    }}
  />
);
