import type { KeyboardEvent } from "react";

/** Enter moves on to the next field, as scanners and counter hands expect; Ctrl or Cmd with Enter saves from anywhere. */
export function moveOnWithEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (event.key !== "Enter" || event.defaultPrevented || !(target instanceof HTMLElement)) return;
  const form = target.closest("form");
  if (!form) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"));
  } else if (isField(target) && !(target instanceof HTMLTextAreaElement)) {
    event.preventDefault();
    nextStop(form, target)?.focus();
  }
}

type FormField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isField(target: EventTarget): target is FormField {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

function nextStop(form: HTMLFormElement, from: FormField): HTMLElement | undefined {
  const stops = [...form.elements].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      element.tabIndex >= 0 &&
      element.checkVisibility() &&
      !element.matches("input[type=hidden], :disabled, fieldset, [aria-pressed]"),
  );
  return stops.slice(stops.indexOf(from) + 1).find((stop) => !isPassedOver(stop, from));
}

/**
 * A group is one stop: of radio buttons the chosen one, or the first where none is; of boxes that share a name the first.
 * What the desk filled in by itself is no stop.
 */
function isPassedOver(stop: HTMLElement, from: FormField): boolean {
  if (stop.dataset.filled === "" && (stop as HTMLInputElement).value) return true;
  if (!(stop instanceof HTMLInputElement) || (stop.type !== "radio" && stop.type !== "checkbox"))
    return false;
  if (stop.name === from.name) return true;
  if (stop.type === "checkbox") return false;
  const group = stop.form?.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${stop.name}"]`) ?? [];
  const chosen = [...group].find((radio) => radio.checked);
  return chosen !== undefined && chosen !== stop;
}
