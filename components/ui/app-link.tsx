import Link from "next/link";
import type { ComponentProps } from "react";
import { LinkProgress } from "./link-progress";

/** A link inside the app: shows the progress bar while the page loads, and fetches nothing before it is followed. */
export const AppLink = ({ children, prefetch = false, ...props }: ComponentProps<typeof Link>) => (
  <Link prefetch={prefetch} {...props}>
    {children}
    <LinkProgress />
  </Link>
);
