import type { ComponentProps, ReactNode } from "react";
import { AppLink } from "../app-link";
import { cx } from "../class-names";

export type ButtonLook = {
  /** One primary button a view at most; danger only for what cannot be taken back. */
  variant?: "primary" | "secondary" | "ghost" | "danger";
  /** `sm` is for rows and toolbars; on a phone every size keeps a 44 px target. */
  size?: "md" | "sm";
};

const variants = {
  primary: "bg-accent text-on-accent shadow-card hover:bg-accent-strong",
  secondary:
    "border border-line-strong/60 bg-surface text-ink shadow-card hover:bg-hover hover:border-line-strong",
  ghost: "text-ink-soft hover:bg-hover hover:text-ink",
  danger: "bg-bad text-on-bad shadow-card hover:bg-bad-strong",
};

const sizes = {
  md: "min-h-11 gap-2 px-4 md:min-h-9 md:px-3.5 [&_svg]:size-4",
  sm: "min-h-11 gap-1.5 px-3 text-[0.8125rem] md:min-h-8 md:px-2.5 [&_svg]:size-3.5",
};

/** The classes of a button, for the rare element that is neither a button nor a link. */
export const buttonLook = ({ variant = "secondary", size = "md" }: ButtonLook = {}) =>
  cx(
    "inline-flex shrink-0 items-center justify-center rounded-control font-medium whitespace-nowrap select-none",
    "transition-[background-color,border-color,color,scale] duration-100 active:scale-[0.98]",
    "disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-60 [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
  );

/** A button; `type` is "button" unless given, so that it never submits a form by accident. */
export const Button = ({
  variant,
  size,
  className,
  type = "button",
  ...props
}: ComponentProps<"button"> & ButtonLook) => (
  <button type={type} className={cx(buttonLook({ variant, size }), className)} {...props} />
);

type ButtonLinkProps = ButtonLook & {
  href: string;
  children: ReactNode;
  className?: string;
  "aria-label"?: string;
};

/** A link that looks like a button: for going somewhere, not for doing something. */
export const ButtonLink = ({ variant, size, className, ...props }: ButtonLinkProps) => (
  <AppLink className={cx(buttonLook({ variant, size }), className)} {...props} />
);
