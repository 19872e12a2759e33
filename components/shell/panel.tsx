"use client";

import { type MouseEvent, type ReactNode, useId, useRef } from "react";
import { cx } from "@/components/ui/class-names";

type PanelProps = {
  /** What the button shows. */
  opener: ReactNode;
  /** What the button does, for screen readers, where its content does not say so. */
  label?: string;
  openerClassName: string;
  /** Where the panel stands: the native popover floats above everything, so it is placed by the window's edges. */
  className: string;
  /** Dims the page behind, as a sheet on a phone does. */
  sheet?: boolean;
  children: ReactNode;
};

/** A button with a panel that opens over the page, also before JavaScript; following a link in it closes it. */
export const Panel = ({ opener, label, openerClassName, className, sheet, children }: PanelProps) => {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const closeOnLink = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a")) panel.current?.hidePopover();
  };
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} className={openerClassName}>
        {opener}
      </button>
      <div
        id={id}
        ref={panel}
        popover="auto"
        onClick={closeOnLink}
        data-sheet={sheet ? "" : undefined}
        className={cx("fixed bg-raised text-ink shadow-float open:animate-rise", className)}
      >
        {children}
      </div>
    </>
  );
};
