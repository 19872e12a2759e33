"use client";

import { useRef, useState } from "react";
import { useField } from "../field";

type ColorInputProps = {
  /** Such as `#0c7284`; empty for none. */
  defaultValue: string;
};

const HEX = /^#[0-9a-f]{6}$/i;

/** A color, typed or picked; posts the text as typed. */
export const ColorInput = ({ defaultValue }: ColorInputProps) => {
  const { text, attributes } = useField(defaultValue);
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);

  const pick = (color: string) => {
    if (!input.current) return;
    input.current.value = color;
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
  };

  return (
    <div className="flex gap-2">
      <input
        ref={input}
        type="text"
        {...attributes}
        autoComplete="off"
        spellCheck={false}
        maxLength={7}
        placeholder="#000000"
        defaultValue={text}
        onInput={(event) => setTyped(event.currentTarget.value)}
        className="control"
      />
      <input
        type="color"
        aria-label="Pick a color"
        value={HEX.test(typed) ? typed : "#000000"}
        onChange={(event) => pick(event.target.value)}
        className="control w-14! shrink-0 cursor-pointer p-1!"
      />
    </div>
  );
};
