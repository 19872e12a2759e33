import { setTyped } from "../set-typed";

/** What someone had typed into a form and not yet saved. */
export type Draft = {
  /** Texts by field name: for a checkbox or radio the values that are on. */
  fields: Record<string, string[]>;
  /** What goes with a value that a field posts unseen: what a chosen option is called, what a signature stands under. */
  labels: Record<string, string>;
  /** Sent to the server, and no answer seen: unless the answer was an error, it is saved by now. */
  sent?: boolean;
};

/** The event by which a field that keeps its own state learns of a restored value. Its default prevented, the field did not take it. */
export const RESTORE_EVENT = "draft-restore";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const unkept = new Set(["password", "hidden", "file", "submit", "button", "reset", "image"]);

/** Reads the fields that differ from what the page came with; null when none does. */
export function collectDraft(form: HTMLFormElement): Draft | null {
  const draft: Draft = { fields: {}, labels: {} };
  for (const [name, controls] of keptControls(form)) {
    if (!controls.some(isChanged)) continue;
    draft.fields[name] = controls.flatMap(valuesOf);
    const label = controls[0]?.dataset.label;
    if (label) draft.labels[name] = label;
  }
  return Object.keys(draft.fields).length > 0 ? draft : null;
}

/** Puts a draft back into its form; says whether that changed anything. */
export function applyDraft(form: HTMLFormElement, draft: Draft): boolean {
  let changed = false;
  for (const [name, controls] of keptControls(form)) {
    const values = draft.fields[name];
    if (!values || controls.flatMap(valuesOf).join("\n") === values.join("\n")) continue;
    const taken = controls.map((control, index) => restore(control, values, index, draft.labels[name]));
    changed ||= taken.includes(true);
  }
  return changed;
}

function keptControls(form: HTMLFormElement): Map<string, Control[]> {
  const byName = new Map<string, Control[]>();
  for (const element of form.elements) {
    if (!isControl(element) || element.name === "" || element.disabled) continue;
    const kept = !unkept.has(element.type) || element.dataset.label !== undefined;
    if (kept && element.autocomplete !== "one-time-code") {
      byName.set(element.name, [...(byName.get(element.name) ?? []), element]);
    }
  }
  return byName;
}

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const isCheckable = (control: Control): control is HTMLInputElement =>
  control.type === "checkbox" || control.type === "radio";

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    if (!control.multiple && !options.some((option) => option.defaultSelected))
      return control.selectedIndex > 0;
    return options.some((option) => option.selected !== option.defaultSelected);
  }
  if (isCheckable(control)) return control.checked !== control.defaultChecked;
  return control.value !== (control.dataset.initial ?? control.defaultValue);
}

function valuesOf(control: Control): string[] {
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map((option) => option.value);
  if (isCheckable(control)) return control.checked ? [control.value] : [];
  return [control.value];
}

/** @returns whether the control took it. */
function restore(control: Control, values: string[], index: number, label?: string): boolean {
  if (control.dataset.label !== undefined) {
    const detail = { value: values[index] ?? "", label: label ?? "" };
    return control.dispatchEvent(new CustomEvent(RESTORE_EVENT, { detail, cancelable: true }));
  }
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = values.includes(option.value);
    control.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (isCheckable(control)) {
    if (control.checked !== values.includes(control.value)) control.click();
  } else {
    setTyped(control, values[index] ?? "");
  }
  return true;
}
