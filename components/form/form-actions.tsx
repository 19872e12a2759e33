import type { ReactNode } from "react";

/**
 * The end of a form: the way out at the left, the way on at the right; full width on a phone. It stays in sight at the window's foot
 * while the form is longer than the window.
 */
export const FormActions = ({ children }: { children: ReactNode }) => (
  <div
    data-form-actions=""
    data-screen-only=""
    className="at-foot flex flex-wrap items-center justify-end gap-2 max-sm:[&>*]:flex-1"
  >
    {children}
  </div>
);
