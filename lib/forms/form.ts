/** What an action hands back to its form: nothing the user typed is lost. */
export type FormState = {
  /** Set when the action succeeded and did not redirect. */
  ok?: boolean;
  /** One sentence for the whole form: a refusal, or a success worth saying. */
  message?: string;
  /** Messages by field name; nested fields by dotted path, such as `lines.0.quantity`. */
  errors?: Record<string, string[]>;
  /** What was posted, by field name, so that the form can show it again. Never holds a password. */
  values?: Record<string, string | string[]>;
  /** What the form is on from now on, where somebody else changed it meanwhile; see `shownOf`. */
  shown?: string;
} | null;

/** A server action bound to its shop, ready for `useActionState`. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
