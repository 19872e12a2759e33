"use client";

import { type RefObject, useEffect } from "react";

/**
 * Lets "/" move the cursor to a search field, unless one is typing somewhere.
 * @param place a page's own search comes before the one in the top bar
 */
export function useSlashFocus(input: RefObject<HTMLInputElement | null>, place: "page" | "top-bar") {
  useEffect(() => {
    input.current?.setAttribute("data-slash", place);
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const first = document.querySelector('[data-slash="page"]') ?? input.current;
      if (first !== input.current || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, [input, place]);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
