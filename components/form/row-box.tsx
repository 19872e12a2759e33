import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/buttons/button";

type RowBoxProps = { name: string; onRemove: () => void; children: ReactNode };

/** One of several rows in a form, with the button that takes it away. */
export const RowBox = ({ name, onRemove, children }: RowBoxProps) => (
  <fieldset
    aria-label={name}
    className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 rounded-control border border-line bg-sunken/40 p-3"
  >
    <div className="min-w-0">{children}</div>
    <Button
      variant="ghost"
      size="sm"
      aria-label={`Remove ${name.toLowerCase()}`}
      onClick={onRemove}
      className="mt-5.5"
    >
      <X aria-hidden="true" />
    </Button>
  </fieldset>
);
