"use client";

import { X } from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { Button, type ButtonLook } from "./button";

const CloseDialog = createContext<(() => void) | null>(null);

/** Closes the dialog around the caller; null outside of one. A form calls it when its action succeeded. */
export const useCloseDialog = () => useContext(CloseDialog);

type DialogButtonProps = ButtonLook & { label: ReactNode; title: string; children: ReactNode };

/** A button that opens its children in a dialog over the page, for a short form that does not deserve a page. */
export const DialogButton = ({ label, title, children, variant, size }: DialogButtonProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const titleId = useId();
  const close = () => dialog.current?.close();
  useEffect(() => {
    if (!open) return;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
  }, [open]);
  return (
    <>
      <Button variant={variant} size={size} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        onClose={(event) => event.target === event.currentTarget && setOpen(false)}
        className="max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] ground-raised rounded-card text-left whitespace-normal shadow-float open:animate-rise"
      >
        <header className="flex items-center justify-between gap-4 border-b border-line py-2.5 pr-2.5 pl-5">
          <h2 id={titleId} className="text-base font-semibold">
            {title}
          </h2>
          <Button variant="ghost" size="sm" aria-label="Close" onClick={close}>
            <X aria-hidden="true" />
          </Button>
        </header>
        <div className="p-5">
          <CloseDialog value={close}>{open && children}</CloseDialog>
        </div>
      </dialog>
    </>
  );
};
