"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { Button } from "./button";

/** Puts a text on the clipboard. Where the browser refuses, which plain http may, the text is shown to copy by hand. */
export const CopyButton = ({ text, children }: { text: string; children: ReactNode }) => {
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      toast.success("Copied.");
    } catch {
      setRefused(true);
    }
  };
  if (refused)
    return (
      <input
        readOnly
        aria-label="Copy this"
        value={text}
        onFocus={(event) => event.target.select()}
        className="w-56 rounded-control border border-line-strong bg-surface px-2 py-1"
      />
    );
  return (
    <Button variant="ghost" size="sm" onClick={copy}>
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />} {children}
    </Button>
  );
};
