"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { applyDraft, type Draft } from "./drafts/draft";
import { readDraft } from "./drafts/draft-store";

/**
 * The rows of a list that grows and shrinks in a form. A row keeps its number, so that what is typed and what is said of it stay with it.
 * @param name the list's name in the form: rows post `name.0.field`, `name.1.field`
 * @param saved how many rows the page came with; one blank row follows them
 * @returns `numbers` to show, `add` and `remove`, and the `box` to put around the rows
 */
export function useRowNumbers(name: string, saved: number) {
  const [numbers, setNumbers] = useState(() => Array.from({ length: saved + 1 }, (_, number) => number));
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(numbers);
  const unfilled = useRef<Draft>(null);
  const path = usePathname();

  // A draft may have rows that the page came without: they are made again, and then filled.
  useEffect(() => {
    const draft = readDraft(`${path}#`);
    if (!draft || draft.sent) return;
    const typed = Object.keys(draft.fields).flatMap((field) => {
      if (!field.startsWith(`${name}.`)) return [];
      return [Number(field.slice(name.length + 1).split(".")[0])];
    });
    if (typed.every((number) => number <= saved)) return;
    unfilled.current = draft;
    setNumbers((now) => [...new Set([...now, ...typed])].sort((a, b) => a - b));
  }, [path, name, saved]);

  // A row that went takes its texts along, which no input event tells of.
  useEffect(() => {
    if (shown.current === numbers) return;
    shown.current = numbers;
    const form = box.current?.closest("form");
    if (form && unfilled.current) applyDraft(form, unfilled.current);
    unfilled.current = null;
    box.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [numbers]);

  return {
    box,
    numbers,
    add: () => setNumbers((now) => [...now, Math.max(-1, ...now) + 1]),
    remove: (number: number) => setNumbers((now) => now.filter((other) => other !== number)),
  };
}
