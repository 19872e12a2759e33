"use client";

import {
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { useCloseDialog } from "@/components/ui/buttons/dialog-button";
import { SubmitButton } from "@/components/ui/buttons/submit-button";
import { Callout } from "@/components/ui/callout";
import type { FormAction, FormState } from "@/lib/forms/form";
import { RestoredNote } from "./drafts/restored-note";
import { useDraft } from "./drafts/use-draft";
import { focusFirstProblem } from "./first-problem";
import { FormActions } from "./form-actions";
import { FormContext } from "./form-context";

/** What was posted, so that a mistake in a field does not forget what an overlap had told. */
function shownBefore(state: FormState): string | undefined {
  const shown = state?.ok ? undefined : state?.values?.shown;
  return typeof shown === "string" ? shown : undefined;
}

type FormProps = {
  action: FormAction;
  children: ReactNode;
  /** The verb on the button; leave it out to place a `SubmitButton` among the children. */
  submit?: ReactNode;
  /** Beside the button: a way out, usually a ghost link. */
  aside?: ReactNode;
  /** Tells two forms on one page apart; null keeps nothing of what is typed. */
  draftKey?: string | null;
  /** Told of a success that did not leave the page. */
  onDone?: (state: NonNullable<FormState>) => void;
  className?: string;
};

/**
 * A form that loses nothing: not on a mistake, not on an expired session, not on a reload. It works before JavaScript,
 * says what was wrong next to the field and to screen readers, and puts the cursor into the first field to mend.
 */
export const Form = ({ action, children, submit, aside, draftKey = "", onDone, className }: FormProps) => {
  const [state, dispatch, pending] = useActionState(action, null);
  const [posted] = useState(state?.values);
  const form = useRef<HTMLFormElement>(null);
  const discarding = useRef(false);
  const draft = useDraft(form, draftKey);
  const closeDialog = useCloseDialog();

  const settle = useEffectEvent((answer: NonNullable<FormState>) => {
    if (answer.ok) {
      draft.forget();
      onDone?.(answer);
      closeDialog?.();
    } else {
      draft.noteRefused();
      if (form.current) focusFirstProblem(form.current);
    }
  });
  useEffect(() => {
    if (state) settle(state);
  }, [state]);

  // React empties a form after its action; a form that was refused keeps what was typed.
  const resetOnlyAfterSuccess = (event: FormEvent<HTMLFormElement>) => {
    if (!state?.ok && !discarding.current) event.preventDefault();
  };
  const discard = () => {
    discarding.current = true;
    form.current?.reset();
    discarding.current = false;
    draft.forget();
  };

  const message =
    state?.message ?? (state?.errors ? "Not saved yet. Please look at the marked fields." : null);
  return (
    <form
      ref={form}
      action={dispatch}
      noValidate
      className={className}
      aria-busy={pending}
      onInput={draft.noteChange}
      onSubmit={(event) => (pending ? event.preventDefault() : draft.noteSent())}
      onReset={resetOnlyAfterSuccess}
    >
      <div aria-live="polite" tabIndex={-1} data-form-message="" className="outline-none not-empty:mb-4">
        {message && <Callout kind={state?.ok ? "success" : "danger"}>{message}</Callout>}
        {draft.restored && <RestoredNote onDiscard={discard} />}
      </div>
      <FormContext
        value={{
          errors: (!state?.ok && state?.errors) || {},
          posted: state?.ok ? undefined : posted,
          shown: state?.shown ?? shownBefore(state),
        }}
      >
        <div>{children}</div>
      </FormContext>
      {submit && (
        <FormActions>
          {aside}
          <SubmitButton>{submit}</SubmitButton>
        </FormActions>
      )}
    </form>
  );
};
