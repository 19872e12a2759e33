"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { RESTORE_EVENT } from "./draft";

type KeptInputProps = {
  name: string;
  value: string;
  /** What goes with the value and is kept with the draft: what it is called, what it stands under. */
  label?: string;
  initial?: string;
  initialLabel?: string;
  /** Told of what a draft brings back, and of the first value where the form is emptied. False where it is not taken. */
  onRestore: (value: string, label: string) => unknown;
};

/** Posts a value that is chosen by other means than typing, and keeps it with the form's draft. */
export const KeptInput = ({
  name,
  value,
  label = "",
  initial = "",
  initialLabel = "",
  onRestore,
}: KeptInputProps) => {
  const input = useRef<HTMLInputElement>(null);
  const restored = useEffectEvent((event: Event) => {
    const { detail } = event as CustomEvent<{ value: string; label: string }>;
    if (onRestore(detail.value, detail.label) === false) event.preventDefault();
  });
  const emptied = useEffectEvent(() => onRestore(initial, initialLabel));
  useEffect(() => {
    const element = input.current;
    const form = element?.form;
    const restore = (event: Event) => restored(event);
    const reset = (event: Event) => queueMicrotask(() => event.defaultPrevented || emptied());
    element?.addEventListener(RESTORE_EVENT, restore);
    form?.addEventListener("reset", reset);
    return () => {
      element?.removeEventListener(RESTORE_EVENT, restore);
      form?.removeEventListener("reset", reset);
    };
  }, []);
  useEffect(() => {
    if (input.current?.value === value) input.current.dispatchEvent(new Event("input", { bubbles: true }));
  }, [value]);
  return (
    <input ref={input} type="hidden" name={name} value={value} data-label={label} data-initial={initial} />
  );
};
