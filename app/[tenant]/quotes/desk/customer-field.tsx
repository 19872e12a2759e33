"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useOptionSearch } from "@/components/form/combobox/use-option-search";
import { KeptInput } from "@/components/form/drafts/kept-input";
import { Field, useField } from "@/components/form/field";
import { PhoneInput, usPhone } from "@/components/form/inputs/phone-input";
import type { Option } from "@/components/form/inputs/select";
import { cx } from "@/components/ui/class-names";

type CustomerFieldProps = {
  /** Answers `?q=` with customers as options. */
  searchUrl: string;
  initial: Option | null;
};

/** Who calls: somebody known, found while typing, or a new name with a phone number. */
export const CustomerField = ({ searchUrl, initial }: CustomerFieldProps) => {
  const [chosen, setChosen] = useState(initial);
  const [text, setText] = useState(initial?.label ?? "");
  const choose = (option: Option | null, typed = option?.label ?? "") => {
    setChosen(option);
    setText(typed);
  };
  const { found, look } = useOptionSearch(searchUrl);
  const fields = useRef<HTMLDivElement>(null);
  const putPhone = (number: string) => {
    choose(null);
    const phone = fields.current?.querySelector<HTMLInputElement>("input[name=phone]");
    if (!phone) return;
    phone.value = number;
    phone.dataset.filled = "";
    phone.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <div ref={fields} className="grid items-start gap-4 sm:grid-cols-2">
      <KeptInput
        name="customerId"
        value={chosen?.value ?? ""}
        label={chosen?.label}
        initial={initial?.value}
        initialLabel={initial?.label}
        onRestore={(value, label) => choose(value ? { value, label } : null)}
      />
      <KeptInput
        name="customerName"
        value={chosen ? "" : text}
        onRestore={(value) => value && choose(null, value)}
      />
      <Field
        name="customerName"
        label="Customer"
        required
        hint="A name, a phone number or a plate finds them."
      >
        <SearchInput
          found={found}
          look={look}
          text={text}
          chosen={chosen}
          onChoose={choose}
          onPhone={putPhone}
        />
      </Field>
      <div hidden={chosen !== null}>
        <Field name="phone" label="Phone" required={!chosen}>
          <PhoneInput
            onChange={({ target: { value } }) => {
              if (usPhone(value)) look(value);
            }}
          />
        </Field>
      </div>
      <p role="status" className="text-[0.8125rem] text-ink-soft sm:col-span-2 empty:hidden">
        {chosen
          ? `Known customer${chosen.hint ? `: ${chosen.hint}` : ""}. Type another name to choose again.`
          : text && "New customer: added with the quote."}
      </p>
    </div>
  );
};

type SearchInputProps = {
  /** Who the last text or phone number may be. */
  found: readonly Option[];
  look: (typed: string) => void;
  text: string;
  chosen: Option | null;
  onChoose: (option: Option | null, typed?: string) => void;
  /** Told of a whole phone number that is nobody's, or of several. */
  onPhone: (number: string) => void;
};

const SearchInput = ({ found, look, text, chosen, onChoose, onPhone }: SearchInputProps) => {
  const { name: _posted, ...attributes } = useField().attributes;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const shown = open && !chosen && found.length > 0;

  const take = (option: Option) => {
    onChoose(option);
    setOpen(false);
  };
  /** The number of who calls comes before their name: it chooses whose alone it is, or goes where numbers go. */
  const settlePhone = () => {
    const number = chosen ? null : usPhone(text);
    if (!number) return false;
    const [owner, ...others] = found.filter(({ hint }) => hint?.startsWith(number));
    if (owner && others.length === 0) take(owner);
    else onPhone(number);
    setOpen(false);
    return true;
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const highlighted = shown ? found[active] : undefined;
    if (step && found.length > 0) {
      setOpen(true);
      setActive((active + step + found.length) % found.length);
    } else if (event.key === "Enter" && highlighted) take(highlighted);
    else if (event.key === "Escape" && shown) setOpen(false);
    else if (!isLeaving(event) || !settlePhone()) return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <input
        ref={input}
        {...attributes}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && found[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        autoFocus={!chosen}
        value={text}
        onChange={(event) => {
          onChoose(null, event.target.value);
          setOpen(true);
          setActive(-1);
          look(event.target.value);
        }}
        onKeyDown={press}
        onBlur={() => {
          setOpen(false);
          settlePhone();
        }}
        className="control"
      />
      <ul
        id={listId}
        role="listbox"
        aria-label="Customers found"
        onMouseDown={(event) => event.preventDefault()}
        className={cx(
          "absolute inset-x-0 top-full z-40 mt-1 max-h-72 overflow-y-auto rounded-control bg-raised p-1 shadow-float",
          !shown && "hidden",
        )}
      >
        {found.map((option, index) => (
          <li
            key={option.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseMove={() => setActive(index)}
            onClick={() => take(option)}
            className={cx(
              "min-h-11 content-center rounded-md px-2.5 py-1.5 md:min-h-8",
              index === active && "bg-accent-soft text-accent-ink",
            )}
          >
            {option.label}
            {option.hint && <span className="block text-[0.8125rem] text-ink-soft">{option.hint}</span>}
          </li>
        ))}
      </ul>
      <p role="status" className={shown ? "sr-only" : "mt-1 text-[0.8125rem] text-warn-ink empty:hidden"}>
        {shown &&
          `${found.length === 1 ? "One customer" : `${found.length} customers`} found. Arrow keys choose.`}
        {!shown && !chosen && found[0] && `Perhaps known: ${found[0].label}. The down arrow shows who.`}
      </p>
    </div>
  );
};

const isLeaving = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent) =>
  (key === "Enter" && !ctrlKey && !metaKey) || (key === "Tab" && !shiftKey);
