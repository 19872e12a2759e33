"use client";

import { useEffect, useRef, useState } from "react";
import type { Option } from "../inputs/select";

const PAUSE_MS = 180;

/**
 * The options for what is typed: those given, or those that a URL answers with.
 * @returns `found` to show, `note` to say in its place, and `look`, to be called with each text typed
 */
export function useOptionSearch(url: string | undefined, options: readonly Option[] = []) {
  const [answer, setAnswer] = useState<readonly Option[]>([]);
  const [note, setNote] = useState<string | null>(url ? "Type to search." : null);
  const asked = useRef<AbortController>(undefined);
  useEffect(() => () => asked.current?.abort(), []);

  const look = async (typed: string) => {
    if (!url) return;
    asked.current?.abort();
    const { signal } = (asked.current = new AbortController());
    if (!typed.trim()) {
      setAnswer([]);
      return setNote("Type to search.");
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (signal.aborted) return;
    setNote("Searching…");
    try {
      const response = await fetch(
        `${url}${url.includes("?") ? "&" : "?"}q=${encodeURIComponent(typed.trim())}`,
        { signal },
      );
      if (!response.ok) throw new Error(`status ${response.status}`);
      const found = (await response.json()) as Option[];
      setAnswer(found);
      setNote(found.length === 0 ? `Nothing found for “${typed.trim()}”.` : null);
    } catch {
      if (!signal.aborted) setNote("The search did not answer. Please try again.");
    }
  };
  return { found: url ? answer : options, note, look };
}
