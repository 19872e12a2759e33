"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { RESTORE_EVENT } from "./draft";
import { useField } from "./field";
import type { Option } from "./select";
import { useOptionSearch } from "./use-option-search";

type ComboboxProps = {
  /** All there is to choose from; or leave it out and give `url`. */
  options?: readonly Option[];
  /** GET this with `?q=` for at most a screenful of `{value, label, hint}[]`. */
  url?: string;
  defaultValue?: Option | null;
  placeholder?: string;
  /** Told of every choice; null when it is cleared. */
  onChoose?: (option: Option | null) => void;
};

/** One of many, found by typing. Posts the option's value; the label is for the eye alone. */
export const Combobox = ({ options, url, defaultValue = null, placeholder, onChoose }: ComboboxProps) => {
  const { text, attributes } = useField(defaultValue?.value);
  const { name, required, ...inputAttributes } = attributes;
  const initial = text === defaultValue?.value ? defaultValue : findOption(options, text);
  const [chosen, setChosen] = useState<Option | null>(initial);
  const hidden = useRef<HTMLInputElement>(null);
  const search = useOptionSearch(url, options);

  const choose = (option: Option | null) => {
    setChosen(option);
    onChoose?.(option);
  };
  useEffect(() => {
    hidden.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [chosen]);
  useEffect(() => {
    const input = hidden.current;
    const form = input?.form;
    const restore = (event: Event) => {
      const { detail } = event as CustomEvent<Option>;
      setChosen(detail.value ? detail : null);
    };
    const reset = (event: Event) => queueMicrotask(() => event.defaultPrevented || setChosen(defaultValue));
    input?.addEventListener(RESTORE_EVENT, restore);
    form?.addEventListener("reset", reset);
    return () => {
      input?.removeEventListener(RESTORE_EVENT, restore);
      form?.removeEventListener("reset", reset);
    };
  }, [defaultValue]);

  return (
    <Base.Root
      items={search.found}
      filter={url ? null : undefined}
      value={chosen}
      onValueChange={choose}
      onInputValueChange={(typed, { reason }) => reason === "input-change" && search.look(typed)}
      isItemEqualToValue={(item, value) => item.value === value.value}
      itemToStringLabel={(option) => option.label}
      autoHighlight
    >
      <input
        ref={hidden}
        type="hidden"
        name={name}
        value={chosen?.value ?? ""}
        data-initial={defaultValue?.value ?? ""}
        data-label={chosen?.label ?? ""}
      />
      <Base.InputGroup className="relative">
        <Base.Input
          {...inputAttributes}
          aria-required={required || undefined}
          placeholder={placeholder ?? "Type to search"}
          className="control pr-10! text-ellipsis"
        />
        <span className="absolute inset-y-0 right-0 flex md:right-1 items-center text-ink-faint">
          {chosen ? (
            <Base.Clear
              aria-label="Clear"
              className="grid size-11 place-items-center rounded-md hover:text-ink md:size-7"
            >
              <X aria-hidden="true" className="size-4" />
            </Base.Clear>
          ) : (
            <Base.Trigger
              aria-label="Show the choices"
              className="grid size-11 place-items-center rounded-md md:size-7"
            >
              <ChevronDown aria-hidden="true" className="size-4" />
            </Base.Trigger>
          )}
        </span>
      </Base.InputGroup>
      <Choices note={search.note} />
    </Base.Root>
  );
};

const findOption = (options: readonly Option[] | undefined, value: string) =>
  options?.find((option) => option.value === value) ?? null;

const Choices = ({ note }: { note: string | null }) => (
  <Base.Portal>
    <Base.Positioner sideOffset={4} className="z-40 outline-none">
      <Base.Popup className="max-h-[min(var(--available-height),20rem)] w-(--anchor-width) min-w-56 overflow-y-auto overscroll-contain rounded-control bg-raised p-1 shadow-float">
        <Base.Status className="px-2.5 py-1.5 text-[0.8125rem] text-ink-faint empty:hidden">
          {note}
        </Base.Status>
        <Base.Empty className="px-2.5 py-1.5 text-[0.8125rem] text-ink-faint empty:hidden">
          {note ? null : "Nothing matches."}
        </Base.Empty>
        <Base.List>
          {(option: Option) => (
            <Base.Item
              key={option.value}
              value={option}
              className="flex min-h-11 cursor-default items-center gap-2 rounded-md px-2.5 py-1.5 data-highlighted:bg-accent-soft data-highlighted:text-accent-ink md:min-h-8"
            >
              <span className="min-w-0 flex-1">
                {option.label}
                {option.hint && <span className="block text-[0.8125rem] text-ink-faint">{option.hint}</span>}
              </span>
              <Base.ItemIndicator>
                <Check aria-hidden="true" className="size-4" />
              </Base.ItemIndicator>
            </Base.Item>
          )}
        </Base.List>
      </Base.Popup>
    </Base.Positioner>
  </Base.Portal>
);
