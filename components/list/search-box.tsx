"use client";

import { Search, X } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Kbd } from "@/components/ui/kbd";
import { ProgressBar } from "@/components/ui/link-progress";
import { type Query, withQuery } from "./query-string";
import { useSlashFocus } from "./slash-focus";

const PAUSE_MS = 250;

type SearchBoxProps = {
  /** What is searched: "Search customers by name, phone or plate". */
  label: string;
  /** The page's search parameters: `q` is the text, `page` starts over, the others stay. */
  query: Query;
};

/** Searches the list on its page: as one types, by Enter, and before JavaScript as a plain GET form. */
export const SearchBox = ({ label, query }: SearchBoxProps) => {
  const given = typeof query.q === "string" ? query.q : "";
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [filled, setFilled] = useState(given !== "");
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const pathname = usePathname();
  useSlashFocus(input, "page");

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = given;
    setFilled(Boolean(input.current?.value));
  }, [given]);

  const searchFor = (text: string, wait: number) => {
    setFilled(text !== "");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const href = pathname + withQuery(query, { q: text.trim() || undefined, page: undefined });
      startTransition(() => router.replace(href, { scroll: false }));
    }, wait);
  };

  return (
    <form
      method="get"
      role="search"
      data-screen-only=""
      className="relative w-full max-w-md"
      onSubmit={(event) => {
        event.preventDefault();
        searchFor(input.current?.value ?? "", 0);
      }}
    >
      {pending && <ProgressBar />}
      {Object.entries(query).map(([name, value]) =>
        typeof value === "string" && name !== "q" && name !== "page" ? (
          <input key={name} type="hidden" name={name} value={value} />
        ) : null,
      )}
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        ref={input}
        type="search"
        name="q"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        defaultValue={given}
        autoComplete="off"
        enterKeyHint="search"
        className="control pr-10! pl-9! text-ellipsis [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => searchFor(event.target.value, PAUSE_MS)}
      />
      <span className="absolute inset-y-0 right-0 flex md:right-1 items-center">
        {filled ? (
          <button
            type="button"
            aria-label="Clear search"
            className="grid size-11 place-items-center rounded-md text-ink-faint hover:text-ink md:size-7"
            onClick={() => {
              if (input.current) input.current.value = "";
              input.current?.focus();
              searchFor("", 0);
            }}
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        ) : (
          <span aria-hidden="true" className="mr-2 hidden md:inline">
            <Kbd>/</Kbd>
          </span>
        )}
      </span>
    </form>
  );
};
