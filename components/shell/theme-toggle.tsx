"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { chooseTheme, chosenTheme, onTheme, type Theme } from "./theme";

const steps: Record<Theme, { next: Theme; says: string; Drawing: typeof Sun }> = {
  system: { next: "light", says: "Theme: as the device", Drawing: Monitor },
  light: { next: "dark", says: "Theme: light", Drawing: Sun },
  dark: { next: "system", says: "Theme: dark", Drawing: Moon },
};

/** Goes round from the device's theme to light to dark. */
export const ThemeToggle = () => {
  const theme = useSyncExternalStore(onTheme, chosenTheme, () => "system" as const);
  const { next, says, Drawing } = steps[theme];
  return (
    <button
      type="button"
      title={says}
      aria-label={says}
      onClick={() => chooseTheme(next)}
      className="grid size-11 place-items-center rounded-control text-ink-faint transition-colors hover:bg-hover hover:text-ink md:size-9"
    >
      <Drawing aria-hidden="true" className="size-4.5" />
    </button>
  );
};
