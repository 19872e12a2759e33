import type { ReactNode } from "react";
import { type Tone, toneClasses } from "./badge";
import { cx } from "./class-names";

export type TimelineItem = {
  key: string;
  title: ReactNode;
  /** When, usually a `MomentText`. */
  at: ReactNode;
  /** Who did it. */
  by?: ReactNode;
  body?: ReactNode;
  tone?: Tone;
  icon?: ReactNode;
};

/** What happened, newest first, with who and when. */
export const Timeline = ({ items }: { items: TimelineItem[] }) => (
  <ol>
    {items.map((item) => (
      <li key={item.key} className="group relative flex gap-3 pb-5 last:pb-0">
        <span aria-hidden="true" className="absolute top-7 bottom-1 left-3 w-px bg-line group-last:hidden" />
        <span
          aria-hidden="true"
          className={cx(
            "grid size-6 shrink-0 place-items-center rounded-full border [&_svg]:size-3",
            toneClasses[item.tone ?? "neutral"],
          )}
        >
          {item.icon ?? <span className="size-1.5 rounded-full bg-current" />}
        </span>
        <div className="min-w-0 flex-1 pt-0.5">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="font-medium">{item.title}</span>
            <span className="text-[0.8125rem] text-ink-faint">
              {item.by && <>{item.by} · </>}
              {item.at}
            </span>
          </p>
          {item.body && <div className="mt-0.5 text-ink-soft">{item.body}</div>}
        </div>
      </li>
    ))}
  </ol>
);
