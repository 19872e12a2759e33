"use client";

import { type KeyboardEvent, useState } from "react";
import type { Option } from "../inputs/select";
import { matchingOptions } from "./matching-options";
import { useOptionSearch } from "./use-option-search";

type Source = {
  options?: readonly Option[];
  url?: string;
  initial: Option | null;
  onChoose?: (option: Option | null) => void;
};

export type ComboboxState = ReturnType<typeof useCombobox>;

/** What a combobox shows and how it answers to keys: text, choice, the options found and the one highlighted. */
export function useCombobox({ options, url, initial, onChoose }: Source) {
  const [chosen, setChosen] = useState(initial);
  const [text, setText] = useState(initial?.label ?? "");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const search = useOptionSearch(url, options);

  const typing = text !== (chosen?.label ?? "");
  const found = url ? search.found : matchingOptions(options ?? [], typing ? text : "");
  const note = search.note ?? (found.length === 0 ? "Nothing matches." : null);

  const restore = (option: Option | null) => {
    const real = option?.value ? option : null;
    setChosen(real);
    setText(real?.label ?? "");
    setOpen(false);
  };
  const choose = (option: Option) => {
    restore(option);
    onChoose?.(option);
  };
  const show = () => {
    if (open) return;
    setOpen(true);
    setActive(found.findIndex((option) => option.value === chosen?.value));
  };
  const type = (now: string) => {
    setText(now);
    setOpen(true);
    setActive(now ? 0 : -1);
    if (chosen) onChoose?.(null);
    setChosen(null);
    search.look(now);
  };
  const leave = () => {
    setOpen(false);
    const same = found.filter((option) => option.label.toLowerCase() === text.trim().toLowerCase());
    if (!chosen && same.length === 1 && same[0]) choose(same[0]);
  };
  const move = (step: 1 | -1) => {
    show();
    const count = found.length;
    if (open && count > 0) setActive((active + step + (active < 0 && step < 0 ? 1 : 0) + count) % count);
  };
  const press = (event: KeyboardEvent) => {
    const highlighted = open ? found[active] : undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && highlighted) choose(highlighted);
    else if (event.key === "Escape" && open) setOpen(false);
    else {
      if (event.key === "Tab" && highlighted && typing) choose(highlighted);
      return;
    }
    // Kept from the form and from a dialog around it: Enter would submit, Escape would close.
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    chosen,
    text,
    open,
    active,
    found,
    note,
    restore,
    choose,
    show,
    type,
    leave,
    press,
    highlight: setActive,
    toggle: () => (open ? setOpen(false) : show()),
  };
}
