/** Brings the first field with an error into view and the cursor into it; without one, the form's message. */
export function focusFirstProblem(form: HTMLFormElement) {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  const problem = field ?? form.querySelector<HTMLElement>("[data-form-message]");
  for (let fold = problem?.closest("details"); fold; fold = fold.parentElement?.closest("details"))
    fold.open = true;
  problem?.focus({ preventScroll: true });
  problem?.scrollIntoView({ block: "center" });
}
