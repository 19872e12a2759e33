"use client";

import { type ReactNode, useId, useRef } from "react";
import type { ButtonLook } from "./button";
import { Button } from "./button";
import { SubmitButton } from "./submit-button";

type ConfirmButtonProps = ButtonLook & {
  children: ReactNode;
  /** The question: "Void this invoice?" */
  title: string;
  /** What follows from it, and whether it can be taken back. */
  body: ReactNode;
  /** The verb on the button that does it: "Void invoice". */
  confirm: string;
  /** Posted with the form, as on any submit button. */
  name?: string;
  value?: string;
};

/** A submit button that asks first. Put it inside the form; before JavaScript it submits at once. */
export const ConfirmButton = ({
  children,
  title,
  body,
  confirm,
  name,
  value,
  variant = "danger",
  size,
}: ConfirmButtonProps) => {
  const opener = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  const goAhead = () => {
    dialog.current?.close();
    opener.current?.form?.requestSubmit(opener.current);
  };

  return (
    <>
      <SubmitButton
        ref={opener}
        name={name}
        value={value}
        variant={variant}
        size={size}
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {children}
      </SubmitButton>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="w-[min(26rem,calc(100vw-2rem))] rounded-card bg-raised p-5 text-left whitespace-normal shadow-float open:animate-rise"
      >
        <h2 id={titleId} className="text-base font-semibold">
          {title}
        </h2>
        <div className="mt-1.5 text-ink-soft">{body}</div>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button autoFocus onClick={() => dialog.current?.close()}>
            Keep it as it is
          </Button>
          <Button variant={variant === "danger" ? "danger" : "primary"} onClick={goAhead}>
            {confirm}
          </Button>
        </div>
      </dialog>
    </>
  );
};
