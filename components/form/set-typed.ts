/**
 * Puts a text into a field as if it had been typed. React overrides `value` on the element; a controlled field, or one that listens,
 * only hears of a change made past that.
 */
export function setTyped(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const prototype = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, "value")?.set?.call(control, text);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
