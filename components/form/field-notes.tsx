import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** The star at a label; screen readers hear "required" from the input itself. */
export const RequiredMark = () => (
  <span aria-hidden="true" className="ml-0.5 text-bad-ink">
    *
  </span>
);

/** What is wrong with a field, right under it. */
export const FieldError = ({ id, messages }: { id: string; messages: string[] }) =>
  messages.length > 0 && (
    <p id={id} className="mt-1 flex gap-1.5 text-[0.8125rem] font-medium text-bad-ink">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {messages.map((message) => (
          <span key={message} className="block">
            {message}
          </span>
        ))}
      </span>
    </p>
  );

/** A line of help under a field. */
export const FieldHint = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="mt-1 text-[0.8125rem] text-ink-faint">
    {children}
  </p>
);
