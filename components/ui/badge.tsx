import type { ReactNode } from "react";
import { cx } from "./class-names";

export type Tone = "neutral" | "accent" | "good" | "warn" | "bad" | "info";

/** Background, text and border of each tone, shared by badges, callouts and timelines. */
export const toneClasses: Record<Tone, string> = {
  neutral: "border-line bg-sunken text-ink-soft",
  accent: "border-accent-line bg-accent-soft text-accent-ink",
  good: "border-good-line bg-good-soft text-good-ink",
  warn: "border-warn-line bg-warn-soft text-warn-ink",
  bad: "border-bad-line bg-bad-soft text-bad-ink",
  info: "border-info-line bg-info-soft text-info-ink",
};

type BadgeProps = { tone?: Tone; dot?: boolean; children: ReactNode };

/** A short word about a thing; `dot` adds a small light so that a column of badges scans quickly. */
export const Badge = ({ tone = "neutral", dot, children }: BadgeProps) => (
  <span
    className={cx(
      "inline-flex items-center gap-1.5 rounded-full border px-2 py-px text-xs/5 font-medium whitespace-nowrap",
      toneClasses[tone],
    )}
  >
    {dot && <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />}
    {children}
  </span>
);
