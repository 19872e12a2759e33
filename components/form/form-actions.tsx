import type { ReactNode } from "react";

/** The end of a form: the way out at the left, the way on at the right; full width on a phone. */
export const FormActions = ({ children }: { children: ReactNode }) => (
  <div className="mt-6 flex flex-wrap items-center justify-end gap-2 max-sm:[&>*]:flex-1">{children}</div>
);
