"use client";

import { type ReactNode, useActionState, useEffect } from "react";
import { toast } from "sonner";
import type { ButtonLook } from "@/components/ui/buttons/button";
import { ConfirmButton } from "@/components/ui/buttons/confirm-button";
import { SubmitButton } from "@/components/ui/buttons/submit-button";
import type { FormAction } from "@/lib/forms/form";

type ActionButtonProps = ButtonLook & {
  action: FormAction;
  children: ReactNode;
  /** Posted along, as hidden fields. */
  fields?: Record<string, string>;
  /** Asks first; see `ConfirmButton`. */
  confirm?: { title: string; body: ReactNode; confirm: string };
};

/** A verb as one button, with no fields to fill in. A success is a toast; a refusal stays under the button. */
export const ActionButton = ({
  action,
  children,
  fields = {},
  confirm,
  variant,
  size,
}: ActionButtonProps) => {
  const [state, dispatch] = useActionState(action, null);
  useEffect(() => {
    if (state?.ok && state.message) toast.success(state.message);
  }, [state]);
  const refusal =
    state && !state.ok
      ? (state.message ??
        Object.values(state.errors ?? {})
          .flat()
          .join(" "))
      : null;
  return (
    <form action={dispatch} className="inline-flex flex-col items-start gap-1">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {confirm ? (
        <ConfirmButton variant={variant} size={size} {...confirm}>
          {children}
        </ConfirmButton>
      ) : (
        <SubmitButton variant={variant ?? "secondary"} size={size}>
          {children}
        </SubmitButton>
      )}
      <p aria-live="polite" className="max-w-xs text-[0.8125rem] whitespace-normal text-bad-ink empty:hidden">
        {refusal}
      </p>
    </form>
  );
};
