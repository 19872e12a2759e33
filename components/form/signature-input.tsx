"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import SignaturePad from "signature_pad";
import { SIGNATURE_SIZE } from "@/components/quote/signature";
import { Button } from "@/components/ui/button";
import { FieldError, FieldHint } from "./field-notes";
import { useFormAnswer } from "./form-context";

/** A signature drawn with finger, pen or mouse. Posts SVG path data, see `SIGNATURE_PATH`; empty until something is drawn. Nothing is drawn without JavaScript, and nothing shown. */
export const SignatureInput = ({ name, label, hint }: { name: string; label: string; hint?: ReactNode }) => {
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const { errors } = useFormAnswer(name);
  const [path, setPath] = useState("");
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    // Points come in pixels of the screen: the canvas has as many as it shows.
    element.width = element.clientWidth;
    element.height = element.clientHeight;
    const drawn = new SignaturePad(element, { penColor: getComputedStyle(element).color });
    drawn.addEventListener("endStroke", () => setPath(pathOf(drawn, SIGNATURE_SIZE.width / element.width)));
    pad.current = drawn;
    return () => drawn.off();
  }, []);
  const clear = () => {
    pad.current?.clear();
    setPath("");
  };
  return (
    <div className="noscript:hidden">
      <p id={`${id}-label`} className="mb-1 text-[0.8125rem] font-medium">
        {label}
      </p>
      <div className="relative rounded-control border border-line-strong/70 bg-surface">
        <canvas
          ref={canvas}
          aria-labelledby={`${id}-label`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          role="img"
          className="aspect-[10/3] w-full touch-none text-ink"
        />
        {path && (
          <span className="absolute top-1 right-1">
            <Button variant="ghost" size="sm" onClick={clear}>
              Clear
            </Button>
          </span>
        )}
      </div>
      <input type="hidden" name={name} value={path} />
      <FieldError id={`${id}-error`} messages={errors} />
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
    </div>
  );
};

const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));

function pathOf(pad: SignaturePad, scale: number): string {
  return pad
    .toData()
    .map(({ points }) =>
      points
        .map(
          ({ x, y }, index) =>
            `${index === 0 ? "M" : "L"}${within(x * scale, SIGNATURE_SIZE.width)} ${within(y * scale, SIGNATURE_SIZE.height)}`,
        )
        .join(""),
    )
    .join("");
}
