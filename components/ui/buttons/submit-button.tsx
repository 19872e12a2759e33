"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Spinner } from "../spinner";
import { Button, type ButtonLook } from "./button";

/** Submits its form; shows that it is working, and takes no second press meanwhile. */
export const SubmitButton = ({
  children,
  variant = "primary",
  onClick,
  ...props
}: ComponentProps<"button"> & ButtonLook) => {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      {...props}
    >
      {pending && <Spinner />}
      {children}
    </Button>
  );
};
