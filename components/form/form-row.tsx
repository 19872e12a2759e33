import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names";

const columns = { 2: "sm:grid-cols-2", 3: "sm:grid-cols-3", 4: "grid-cols-2 sm:grid-cols-4" };

/** Fields side by side where there is room, one under the other on a phone. */
export const FormRow = ({ children, fields = 2 }: { children: ReactNode; fields?: 2 | 3 | 4 }) => (
  <div className={cx("grid items-start gap-x-4 gap-y-4", columns[fields])}>{children}</div>
);

/** Fields one under the other, with an optional heading over a group that belongs together. */
export const FormSection = ({
  title,
  hint,
  children,
}: {
  title?: string;
  hint?: string;
  children: ReactNode;
}) => (
  <div className="not-first:mt-6">
    {title && <h3 className="text-[0.9375rem] font-semibold">{title}</h3>}
    {hint && <p className="text-[0.8125rem] text-ink-faint">{hint}</p>}
    <div className={cx("grid gap-4", (title || hint) && "mt-3")}>{children}</div>
  </div>
);
