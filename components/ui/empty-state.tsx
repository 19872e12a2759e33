import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** What will be here, and how it gets here. */
  text?: ReactNode;
  action?: ReactNode;
};

/** What stands where a list would: says what belongs here and offers the first step. */
export const EmptyState = ({ icon, title, text, action }: EmptyStateProps) => (
  <div className="flex flex-col items-center px-6 py-12 text-center">
    {icon && (
      <div
        aria-hidden="true"
        className="mb-4 grid size-12 place-items-center rounded-2xl border border-accent-line bg-accent-soft text-accent-ink [&_svg]:size-5.5"
      >
        {icon}
      </div>
    )}
    <p className="text-[0.9375rem] font-semibold">{title}</p>
    {text && <p className="mt-1 max-w-sm text-pretty text-ink-soft">{text}</p>}
    {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
);
