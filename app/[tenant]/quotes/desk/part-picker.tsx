"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import type { DeskPart } from "@/lib/domain/catalog/desk-parts";
import { type Answer, type Answers, featureLabel, narrow, nextQuestion } from "@/lib/glass/parts/candidates";
import { ChoiceCards } from "./choice-cards";
import { listPrice } from "./part-summary";

type PartPickerProps = {
  /** What the vehicle may have in this opening. */
  parts: readonly DeskPart[];
  /** The glass in words: "windshield". */
  what: string;
  shown: boolean;
  /** Told of the one part that is left, or "" while there are several. */
  onSuggest: (number: string) => void;
  onPick: (number: string) => void;
};

/** Narrows the candidates by which side it is and by at most a few questions about the car. */
export const PartPicker = ({ parts, what, shown, onSuggest, onPick }: PartPickerProps) => {
  const [side, setSide] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const candidates = useRef<HTMLDivElement>(null);
  const sides = [...new Set(parts.map((part) => part.side))].filter(Boolean);
  const needsSide = sides.length > 1 && side === null;
  const onSide = parts.filter((part) => sides.length < 2 || part.side === side);
  const left = narrow(onSide, answers);
  const question = needsSide ? null : nextQuestion(onSide, answers);

  const only = left.length === 1 && !needsSide ? (left[0]?.nagsNumber ?? "") : "";
  const leftNumbers = left.map((part) => part.nagsNumber).join();
  const suggest = useEffectEvent(() => onSuggest(only));
  useEffect(() => {
    if (leftNumbers !== undefined) suggest();
  }, [only, leftNumbers]);

  const answer = (given: Answer) => {
    if (!question) return;
    const next = { ...answers, [question.feature]: given };
    setAnswers(next);
    const [last, ...others] = narrow(onSide, next);
    if (last && others.length === 0) onPick(last.nagsNumber);
    else if (!nextQuestion(onSide, next))
      requestAnimationFrame(() => candidates.current?.querySelector("button")?.focus());
  };

  if (!shown && sides.length < 2) return null;
  return (
    <div className="flex flex-col gap-4">
      {parts.length === 0 && (
        <Callout>
          No {what} is listed for this vehicle. Type the part number, or save the quote for review.
        </Callout>
      )}
      {sides.length > 1 && (
        <ChoiceCards
          legend="Which side"
          name="side"
          chosen={side}
          onChoose={(now) => {
            setSide(now);
            setAnswers({});
          }}
          options={sides.map((value) => ({ value, label: sideLabel(value) }))}
        />
      )}
      {shown && question && (
        <div
          role="group"
          aria-label="Question about the glass"
          className="rounded-control bg-sunken px-3.5 py-3"
        >
          <p aria-live="polite" className="font-medium">
            {question.question}
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button onClick={() => answer("yes")}>Yes</Button>
            <Button onClick={() => answer("no")}>No</Button>
            <Button variant="ghost" onClick={() => answer("unknown")}>
              Don’t know
            </Button>
          </div>
          <p className="mt-1.5 text-[0.8125rem] text-ink-faint">{left.length} parts are possible.</p>
        </div>
      )}
      {shown && !needsSide && left.length > 0 && (
        <Candidates
          ref={candidates}
          label={question ? "Or choose the part" : "Choose the part"}
          parts={left}
          onPick={onPick}
        />
      )}
      {shown && Object.keys(answers).length > 0 && (
        <Button size="sm" variant="ghost" onClick={() => setAnswers({})}>
          Ask again
        </Button>
      )}
    </div>
  );
};

type CandidatesProps = {
  ref: RefObject<HTMLDivElement | null>;
  label: string;
  parts: readonly DeskPart[];
  onPick: (number: string) => void;
};

const Candidates = ({ ref, label, parts, onPick }: CandidatesProps) => (
  <div ref={ref} role="group" aria-label={label}>
    <p className="mb-1 text-[0.8125rem] font-medium">{label}</p>
    <div className="grid gap-2 sm:grid-cols-2">
      {parts.map((part) => (
        <button
          key={part.nagsNumber}
          type="button"
          onClick={() => onPick(part.nagsNumber)}
          className="min-h-11 rounded-control border border-line-strong/70 bg-surface px-3 py-2 text-left hover:border-line-strong hover:bg-hover"
        >
          <span className="block font-medium">
            {part.features.map(featureLabel).join(", ") || part.description}
          </span>{" "}
          <span className="block text-[0.8125rem] text-ink-soft tabular-nums">
            {part.nagsNumber} · {listPrice(part)}
            {part.own && " · your part"}
          </span>
        </button>
      ))}
    </div>
  </div>
);

const sideLabels: Record<string, string> = {
  "front left": "Front left (driver)",
  "front right": "Front right (passenger)",
};

function sideLabel(side: string): string {
  return sideLabels[side] ?? side.charAt(0).toUpperCase() + side.slice(1);
}
