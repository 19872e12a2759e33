"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import { useSlashFocus } from "@/components/list/slash-focus";
import { Kbd } from "@/components/ui/kbd";
import { ProgressBar } from "@/components/ui/link-progress";

/** The search in the top bar: a GET form that leads to the list at `action`, with the text as `q`. */
export const GlobalSearch = ({ action, label }: { action: string; label: string }) => {
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  useSlashFocus(input, "top-bar");
  return (
    <form
      method="get"
      action={action}
      role="search"
      aria-label="Shop"
      className="relative max-w-sm"
      onSubmit={(event) => {
        event.preventDefault();
        const text = input.current?.value.trim() ?? "";
        startTransition(() => router.push(`${action}?q=${encodeURIComponent(text)}`));
      }}
    >
      {pending && <ProgressBar />}
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        ref={input}
        type="search"
        name="q"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        autoComplete="off"
        enterKeyHint="search"
        className="h-9 w-full rounded-control border border-transparent bg-sunken pr-9 pl-8.5 text-sm text-ellipsis transition-colors hover:border-line focus:bg-surface [&::-webkit-search-cancel-button]:hidden"
      />
      <span aria-hidden="true" className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center">
        <Kbd>/</Kbd>
      </span>
    </form>
  );
};
