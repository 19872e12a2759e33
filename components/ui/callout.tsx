import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { toneClasses } from "./badge";
import { cx } from "./class-names";

const kinds = {
  info: { tone: "info", Icon: Info },
  warn: { tone: "warn", Icon: TriangleAlert },
  danger: { tone: "bad", Icon: CircleAlert },
  success: { tone: "good", Icon: CircleCheck },
} as const;

type CalloutProps = {
  kind?: keyof typeof kinds;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** A sentence that must be seen where it applies. */
export const Callout = ({ kind = "info", title, children, action }: CalloutProps) => {
  const { tone, Icon } = kinds[kind];
  return (
    <div
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control border px-3.5 py-2.5",
        toneClasses[tone],
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-2.5">
        <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0 wrap-anywhere">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div className={cx(title ? "text-ink-soft" : "font-medium")}>{children}</div>}
        </div>
      </div>
      {action}
    </div>
  );
};
