import { cx } from "./class-names";

/** The shape of something that is being fetched inside a page. Give it a size by `className`. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span
    aria-hidden="true"
    className={cx("block animate-pulse rounded-control bg-line", className ?? "h-4 w-full")}
  />
);
