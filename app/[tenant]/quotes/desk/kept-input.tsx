"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { RESTORE_EVENT } from "@/components/form/draft";

type KeptInputProps = {
  name: string;
  value: string;
  /** What the value is called, kept with the draft. */
  label?: string;
  initial?: string;
  /** Told of what a draft brings back, and of the first value where the form is emptied. */
  onRestore: (value: string, label: string) => void;
};

/** Posts a value that is chosen by other means than typing, and keeps it with the form's draft. */
export const KeptInput = ({ name, value, label = "", initial = "", onRestore }: KeptInputProps) => {
  const input = useRef<HTMLInputElement>(null);
  const restored = useEffectEvent((event: Event) => {
    const { detail } = event as CustomEvent<{ value: string; label: string }>;
    onRestore(detail.value, detail.label);
  });
  const [initialLabel] = useState(label);
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
