import type { ReactNode } from "react";
import { cx } from "./class-names";

type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons or links at the right of the title. */
  actions?: ReactNode;
  /** A strip along the bottom: totals, or what to do next. */
  footer?: ReactNode;
  /** No inner padding: for a table or a list that runs to the edges. */
  flush?: boolean;
  children?: ReactNode;
  className?: string;
};

/** A sheet of paper on the counter: one subject, with its title, its actions and its footer. */
export const Card = ({ title, description, actions, footer, flush, children, className }: CardProps) => (
  <section
    data-card=""
    className={cx("ground-surface rounded-card border border-line shadow-card", className)}
  >
    {(title || actions) && (
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 md:px-5">
        <div className="min-w-0">
          <h2 className="text-[0.9375rem] font-semibold tracking-tight">{title}</h2>
          {description && <p className="text-[0.8125rem] text-ink-faint">{description}</p>}
        </div>
        {actions && (
          <div data-screen-only="" className="flex flex-wrap items-center gap-2">
            {actions}
          </div>
        )}
      </header>
    )}
    {children && <div className={flush ? "overflow-hidden rounded-b-card" : "p-4 md:p-5"}>{children}</div>}
    {footer && (
      <footer className="rounded-b-card border-t border-line bg-sunken/60 px-4 py-3 md:px-5">{footer}</footer>
    )}
  </section>
);

/** A part of a card, with a rule above it unless it is the first. */
export const CardSection = ({ title, children }: { title?: ReactNode; children: ReactNode }) => (
  <div className="border-t border-line p-4 first:border-t-0 md:p-5">
    {title && <h3 className="mb-2 text-[0.8125rem] font-semibold text-ink-soft">{title}</h3>}
    {children}
  </div>
);
