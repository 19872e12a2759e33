"use client";

import { useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { useFormAnswer } from "@/components/form/form-context";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { Callout } from "@/components/ui/callout";
import { workLabels } from "@/lib/domain/quotes/work";
import { parseNags, positionLabel } from "@/lib/glass/parts/nags";
import { NO_BRAND } from "@/lib/glass/pricing/brands";
import { PartPicker } from "./part-picker";
import { PartSummary } from "./part-summary";
import { normalNumber, type Typed } from "./typed";
import type { Desk } from "./use-desk";

type PartFieldsProps = { desk: Desk; typed: Typed; initial: string; brand: string };

/** Which part: picked by what the customer sees in the car, or by its number. The number is what counts. */
export const PartFields = ({ desk, typed, initial, brand }: PartFieldsProps) => {
  const field = useRef<HTMLDivElement>(null);
  const suggested = useRef<string | null>(null);
  const [round, setRound] = useState(0);
  const input = () => field.current?.querySelector<HTMLInputElement>("input[name=nags]") ?? null;

  const put = (number: string) => {
    const element = input();
    suggested.current = number || null;
    if (!element || element.value === number) return;
    element.value = number;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  /** Takes what the questions lead to, unless somebody typed a number of their own. */
  const suggest = (number: string) => {
    const now = input()?.value ?? "";
    if (now === "" || now === suggested.current) put(number);
  };

  const { part, listed, fitting, candidates, numbered, car } = desk;
  const several = numbered.length > 1 ? numbered : candidates;
  return (
    <div className="flex flex-col gap-4">
      {part && (
        <PartSummary
          part={part}
          cost={desk.cost}
          fits={!car || listed.pending || fitting.includes(part)}
          others={candidates.length - (candidates.includes(part) ? 1 : 0)}
          onAgain={() => {
            put("");
            setRound(round + 1);
            input()?.focus();
          }}
          onReplace={put}
        />
      )}
      {(several.length > 0 || listed.data) && (
        <PartPicker
          key={`${car?.year} ${car?.make} ${car?.model} ${typed.work} ${numbered.length > 1} ${round}`}
          parts={several}
          what={typed.work === "chip_repair" ? "" : workLabels[typed.work].toLowerCase()}
          shown={!part}
          onSuggest={suggest}
          onPick={(number) => {
            put(number);
            input()?.focus();
          }}
        />
      )}
      <p role="status" className="text-[0.8125rem] text-ink-faint empty:hidden">
        {listed.pending && "Looking for parts…"}
        {listed.failed && "The parts could not be looked up now. Type the part number, or try again."}
      </p>
      <div ref={field}>
        <Field
          name="nags"
          label="Part number"
          hint="Filled in by the choice above, or type one: DW02501, spaces and small letters are fine."
        >
          <TextInput
            defaultValue={initial}
            maxLength={40}
            spellCheck={false}
            autoCapitalize="characters"
            className="font-mono uppercase"
            onBlur={(event) => {
              const normal = normalNumber(event.target.value);
              if (normal) event.target.value = normal;
            }}
          />
        </Field>
        <div className="mt-2 empty:hidden" role="status">
          <NumberNote typed={typed} desk={desk} />
        </div>
      </div>
      <div hidden={desk.brands.length === 0}>
        <Field
          name="brand"
          label="Brand of the glass"
          hint="Named on the quote. The first is the one your shop likes best."
        >
          <Select options={brandOptions(desk.brands)} defaultValue={brand} />
        </Field>
      </div>
    </div>
  );
};

/** The makers to choose from; the best is what stands while nobody chooses. */
function brandOptions([best, ...others]: readonly string[]) {
  return [
    { value: "", label: best ?? "" },
    ...others.map((value) => ({ value, label: value })),
    { value: NO_BRAND, label: "No brand named" },
  ];
}

const NumberNote = ({ typed, desk }: { typed: Typed; desk: Desk }) => {
  const refused = useFormAnswer("nags").errors.length > 0;
  const { part, byNumber, numbered } = desk;
  if (!typed.nags || typed.work === "chip_repair") return null;
  const reading = parseNags(typed.nags);
  if (!reading.ok && !part)
    return refused || byNumber.pending ? null : <Callout kind="warn">{reading.reason}</Callout>;
  const glass = part ?? (reading.ok ? reading.part : null);
  if (glass && glass.glassPosition !== typed.work)
    return (
      <Callout kind="warn">
        {glass.nagsNumber} is {positionLabel(glass.glassPosition).toLowerCase()}, not{" "}
        {workLabels[typed.work].toLowerCase()}.
      </Callout>
    );
  if (glass && !part && numbered.length === 0 && byNumber.data)
    return (
      <Callout kind="warn">
        {glass.nagsNumber} is not in the catalog. Set the price of the glass under More, or save the quote for
        review.
      </Callout>
    );
  return null;
};
