import type { ReactNode } from "react";
import { AppLink } from "./app-link";

type StatProps = {
  label: string;
  value: ReactNode;
  /** A few words of context under the number. */
  note?: ReactNode;
  /** The list behind the number. */
  href?: string;
};

/** One number that matters today. With `href` the whole tile leads to what it counts. */
export const Stat = ({ label, value, note, href }: StatProps) => (
  <div className="group relative rounded-card border border-line bg-surface p-4 shadow-card has-[a]:hover:border-accent-line">
    <p className="text-[0.8125rem] text-ink-soft">
      {href ? (
        <AppLink href={href} className="after:absolute after:inset-0 after:rounded-card">
          {label}
        </AppLink>
      ) : (
        label
      )}
    </p>
    <p className="mt-1 text-2xl/8 font-semibold tracking-[-0.02em] tabular-nums">{value}</p>
    {note && <p className="mt-0.5 text-[0.8125rem] text-ink-faint">{note}</p>}
  </div>
);

/** Stats side by side: two on a phone, four on a desk. */
export const StatRow = ({ children }: { children: ReactNode }) => (
  <div className="grid grid-cols-2 gap-3 md:gap-4 lg:grid-cols-4">{children}</div>
);
