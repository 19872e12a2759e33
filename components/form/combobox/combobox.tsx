"use client";

import { ChevronDown, X } from "lucide-react";
import { useId, useRef } from "react";
import { KeptInput } from "../drafts/kept-input";
import { useField } from "../field";
import type { Option } from "../inputs/select";
import { ComboboxList } from "./combobox-list";
import { useCombobox } from "./use-combobox";

type ComboboxProps = {
  /** All there is to choose from; or leave it out and give `url`. */
  options?: readonly Option[];
  /** GET this with `?q=` for at most a screenful of `{value, label, hint}[]`. */
  url?: string;
  defaultValue?: Option | null;
  placeholder?: string;
  /** Told of every choice; null when it is taken back. */
  onChoose?: (option: Option | null) => void;
};

/** One of many, found by typing. Posts the option's value; the label is for the eye alone. */
export const Combobox = ({ options, url, defaultValue = null, placeholder, onChoose }: ComboboxProps) => {
  const { text, attributes } = useField(defaultValue?.value);
  const { name, ...inputAttributes } = attributes;
  const initial =
    text === defaultValue?.value ? defaultValue : (options?.find((option) => option.value === text) ?? null);
  const box = useCombobox({ options, url, initial, onChoose });
  const { chosen, restore } = box;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);

  const clear = () => {
    restore(null);
    onChoose?.(null);
    input.current?.focus();
  };

  return (
    <div className="relative">
      <KeptInput
        name={name}
        value={chosen?.value ?? ""}
        label={chosen?.label}
        initial={defaultValue?.value}
        initialLabel={defaultValue?.label}
        onRestore={(value, label) => restore({ value, label })}
      />
      <input
        ref={input}
        {...inputAttributes}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={box.open}
        aria-controls={listId}
        aria-activedescendant={box.open && box.found[box.active] ? `${listId}-${box.active}` : undefined}
        autoComplete="off"
        placeholder={placeholder ?? "Type to search"}
        value={box.text}
        onChange={(event) => box.type(event.target.value)}
        onClick={box.show}
        onKeyDown={box.press}
        onBlur={box.leave}
        className="control pr-10! text-ellipsis"
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={box.text ? "Clear" : "Show the choices"}
        onMouseDown={(event) => event.preventDefault()}
        onClick={box.text ? clear : () => (input.current?.focus(), box.toggle())}
        className="absolute top-0 right-0 grid size-11 place-items-center text-ink-faint hover:text-ink md:size-9"
      >
        {box.text ? (
          <X aria-hidden="true" className="size-4" />
        ) : (
          <ChevronDown aria-hidden="true" className="size-4" />
        )}
      </button>
      <ComboboxList id={listId} box={box} />
    </div>
  );
};
