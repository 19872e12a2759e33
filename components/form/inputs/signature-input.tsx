"use client";

import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import SignaturePad from "signature_pad";
import { Button } from "@/components/ui/buttons/button";
import { KeptInput } from "../drafts/kept-input";
import { FieldError, FieldHint } from "../field-notes";
import { useFormAnswer } from "../form-context";
import { pathOf, strokesOf } from "./signature-path";

/** How far apart a restored signature's points are: a pen that is drawn with moves at about this pace. */
const MS_BETWEEN_POINTS = 16;

type SignatureInputProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Names what is signed. A signature comes back with a draft only under what it was drawn under. */
  under: string;
};

/** A signature drawn with finger, pen or mouse. Posts SVG path data, see `SIGNATURE_PATH`; empty until something is drawn. Nothing is drawn without JavaScript, and nothing shown. */
export const SignatureInput = (props: SignatureInputProps) => <Pad key={props.under} {...props} />;

const Pad = ({ name, label, hint, under }: SignatureInputProps) => {
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const { errors } = useFormAnswer(name);
  const [path, setPath] = useState("");
  const restore = (drawn: string, drawnUnder: string) => {
    if (drawnUnder !== under) return false;
    setPath(drawn);
  };
  // Points come in pixels of the screen: the canvas has as many as it shows, also once a phone is turned.
  const fit = useEffectEvent((element: HTMLCanvasElement, drawn: SignaturePad) => {
    if (element.width === element.clientWidth) return;
    element.width = element.clientWidth;
    element.height = element.clientHeight;
    redraw(drawn, path, element.width);
  });
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const drawn = new SignaturePad(element, { penColor: getComputedStyle(element).color });
    drawn.addEventListener("endStroke", () => setPath(pathOf(drawn.toData(), element.width)));
    pad.current = drawn;
    fit(element, drawn);
    const size = new ResizeObserver(() => fit(element, drawn));
    size.observe(element);
    return () => {
      size.disconnect();
      drawn.off();
    };
  }, []);
  useEffect(() => {
    const { width = 0 } = canvas.current ?? {};
    if (pad.current && pathOf(pad.current.toData(), width) !== path) redraw(pad.current, path, width);
  }, [path]);
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
            <Button variant="ghost" size="sm" onClick={() => setPath("")}>
              Clear
            </Button>
          </span>
        )}
      </div>
      <KeptInput name={name} value={path} label={under} initialLabel={under} onRestore={restore} />
      <FieldError id={`${id}-error`} messages={errors} />
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
    </div>
  );
};

function redraw(pad: SignaturePad, path: string, width: number) {
  const { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation } = pad;
  const ink = { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation };
  pad.fromData(
    strokesOf(path, width).map((points) => ({
      ...ink,
      points: points.map((point, index) => ({ ...point, pressure: 0.5, time: index * MS_BETWEEN_POINTS })),
    })),
  );
}
