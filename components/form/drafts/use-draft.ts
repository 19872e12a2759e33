"use client";

import { usePathname } from "next/navigation";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { applyDraft, collectDraft } from "./draft";
import { useDraftOwner } from "./draft-owner";
import { draftKeyOf, readDraft, writeDraft } from "./draft-store";

const PAUSE_MS = 300;

/**
 * Keeps what is typed into a form in the tab's session, by person, path and key, and puts it back when the page comes again.
 * @param draftKey tells forms on one page apart; null keeps no draft
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, draftKey: string | null) {
  const path = usePathname();
  const owner = useDraftOwner();
  const key = draftKey === null ? null : draftKeyOf(owner, path, draftKey);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<() => void>(undefined);
  const sent = useRef(false);
  const [restored, setRestored] = useState(false);

  const save = (asSent = false) => {
    clearTimeout(timer.current);
    unsaved.current = undefined;
    if (key === null || !form.current) return;
    const draft = collectDraft(form.current);
    writeDraft(key, draft && { ...draft, sent: asSent });
  };

  useEffect(() => {
    if (key === null || !form.current) return;
    const draft = readDraft(key);
    if (draft?.sent) writeDraft(key, null);
    else if (draft && applyDraft(form.current, draft)) setRestored(true);
  }, [key, form]);

  useEffect(() => {
    // Reloaded before the answer came: nobody knows whether it was saved, so the typing is kept.
    const leave = () => {
      unsaved.current?.();
      const draft = key !== null && readDraft(key);
      if (draft && sent.current) writeDraft(key, { ...draft, sent: false });
    };
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, [key]);

  // While its fields can still be read.
  useLayoutEffect(() => () => unsaved.current?.(), []);

  return {
    restored,
    /** To be called on every change of a field. */
    noteChange: () => {
      if (sent.current) return;
      clearTimeout(timer.current);
      unsaved.current = save;
      timer.current = setTimeout(save, PAUSE_MS);
    },
    /** To be called when the form is on its way. */
    noteSent: () => {
      sent.current = true;
      save(true);
    },
    /** To be called when the answer is an error. */
    noteRefused: () => {
      sent.current = false;
      save();
    },
    /** To be called when the answer is a success, or the draft is unwanted. */
    forget: () => {
      clearTimeout(timer.current);
      unsaved.current = undefined;
      sent.current = false;
      if (key !== null) writeDraft(key, null);
      setRestored(false);
    },
  };
}
