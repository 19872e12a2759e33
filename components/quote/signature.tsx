import { cx } from "@/components/ui/class-names";

/** The room that a signature is drawn in, in units of its path. */
export const SIGNATURE_SIZE = { width: 600, height: 180 };

/** Lines from point to point, and nothing else that SVG could do. */
export const SIGNATURE_PATH = /^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})*)*$/;

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
