import { cx } from "@/components/ui/class-names";
import { SIGNATURE_SIZE } from "@/lib/signature";

/** A drawn signature. @param path as `SIGNATURE_PATH`. */
export const Signature = ({
  path,
  label,
  className,
}: {
  path: string;
  label: string;
  className?: string;
}) => (
  <svg
    role="img"
    aria-label={label}
    viewBox={`0 0 ${SIGNATURE_SIZE.width} ${SIGNATURE_SIZE.height}`}
    className={cx("text-ink", className)}
  >
    <path
      d={path}
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
