"use client";

import { useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { FormRow } from "@/components/form/form-row";
import { Select } from "@/components/form/inputs/select";
import { TextInput } from "@/components/form/inputs/text-input";
import { Callout } from "@/components/ui/callout";
import { checkVin } from "@/lib/glass/vehicles/vin";
import { fieldsAfter, VIN_FIELDS, type VinFields } from "@/lib/glass/vehicles/vin-fields";
import { stateOptions } from "@/lib/states";

export type VehicleValues = {
  vin: string;
  year: number | "";
  make: string;
  model: string;
  bodyStyle: string;
  trim: string;
  plate: string;
  plateState: string;
};

type Decoded = Partial<Record<"make" | "model" | "bodyStyle" | "trim", string | null>> & {
  year: number | null;
  errors: string[];
};

type Note = { kind: "success" | "warn"; lines: string[] };

/** What does not add up in a VIN by itself. */
function noteOf(typed: string, year: number | null): Note | null {
  const { error, warning } = checkVin(typed, year);
  const fault = typed.trim() ? (error ?? warning) : null;
  return fault ? { kind: "warn", lines: [fault] } : null;
}

const yearIn = (fields: HTMLElement | null): number | null => Number(inputIn(fields, "year")?.value) || null;

type VehicleFieldsProps = {
  /** Answers a VIN with what it says: GET `?vin=`. */
  decodeUrl: string;
  vehicle?: VehicleValues;
};

/** A vehicle by its VIN, which fills in the rest, or by year, make and model. */
export const VehicleFields = ({ decodeUrl, vehicle }: VehicleFieldsProps) => {
  const fields = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState<Note | null>(vehicle ? noteOf(vehicle.vin, vehicle.year || null) : null);
  const asked = useRef("");
  const filled = useRef<Partial<VinFields>>({});

  const decode = async (typed: string) => {
    const { vin, usable } = checkVin(typed);
    if (!usable) {
      asked.current = "";
      setNote(vin.length >= 17 ? noteOf(vin, null) : null);
      return;
    }
    if (vin === asked.current) return;
    asked.current = vin;
    const response = await fetch(`${decodeUrl}?vin=${vin}`).catch(() => null);
    if (asked.current !== vin) return;
    if (!response?.ok)
      return setNote({
        kind: "warn",
        lines: ["The VIN could not be looked up now. Enter the vehicle by hand."],
      });
    const decoded: Decoded = await response.json();
    filled.current = fill(fields.current, filled.current, decoded);
    const found = [decoded.year, decoded.make, decoded.model, decoded.trim].filter(Boolean).join(" ");
    setNote({
      kind: decoded.errors.length > 0 ? "warn" : "success",
      lines: [...(found ? [`VIN says: ${found}.`] : []), ...decoded.errors],
    });
  };

  return (
    <div ref={fields} className="space-y-4">
      <Field name="vin" label="VIN" hint="17 characters. Fills in year, make and model.">
        <TextInput
          defaultValue={vehicle?.vin}
          maxLength={40}
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono uppercase"
          onChange={(event) => decode(event.target.value)}
          onBlur={({ target }) =>
            asked.current === "" && setNote(noteOf(target.value, yearIn(fields.current)))
          }
        />
      </Field>
      <div aria-live="polite">{note && <Callout kind={note.kind}>{note.lines.join(" ")}</Callout>}</div>
      <FormRow fields={3}>
        <Field name="year" label="Year" required>
          <TextInput defaultValue={String(vehicle?.year ?? "")} inputMode="numeric" maxLength={4} />
        </Field>
        <Field name="make" label="Make" required>
          <TextInput defaultValue={vehicle?.make} />
        </Field>
        <Field name="model" label="Model" required>
          <TextInput defaultValue={vehicle?.model} />
        </Field>
      </FormRow>
      <FormRow fields={4}>
        <Field name="bodyStyle" label="Body style">
          <TextInput defaultValue={vehicle?.bodyStyle} />
        </Field>
        <Field name="trim" label="Trim">
          <TextInput defaultValue={vehicle?.trim} />
        </Field>
        <Field name="plate" label="Plate">
          <TextInput defaultValue={vehicle?.plate} className="uppercase" />
        </Field>
        <Field name="plateState" label="Plate state">
          <Select options={stateOptions} defaultValue={vehicle?.plateState} placeholder="–" />
        </Field>
      </FormRow>
    </div>
  );
};

const inputIn = (fields: HTMLElement | null, name: string) =>
  fields?.querySelector<HTMLInputElement>(`input[name="${name}"]`);

/** Puts what a VIN told into the inputs as if typed, so that drafts keep it too. @returns what it told. */
function fill(fields: HTMLElement | null, filled: Partial<VinFields>, decoded: Decoded): Partial<VinFields> {
  const shown = VIN_FIELDS.map((name) => [name, inputIn(fields, name)?.value ?? ""]);
  const settled = fieldsAfter(Object.fromEntries(shown) as VinFields, filled, decoded);
  const told: Partial<VinFields> = {};
  for (const name of VIN_FIELDS) {
    if (decoded[name]) told[name] = settled[name];
    const input = inputIn(fields, name);
    if (input && told[name]) input.dataset.filled = "";
    if (!input || input.value === settled[name]) continue;
    input.value = settled[name];
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return told;
}
