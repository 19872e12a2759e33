"use client";

import { type ChangeEvent, use, useEffect, useEffectEvent, useState } from "react";
import { cx } from "@/components/ui/class-names";
import { useField } from "../field";
import { FieldError } from "../field-notes";
import { FormContext } from "../form-context";

type FileInputProps = {
  /** Types that are taken, such as "image/png,image/jpeg". */
  accept: string;
  /** A heavier file is refused at once, before it could take the rest of the form down with it. */
  mostBytes: number;
  /** Told of every choice; null when it is taken back or refused, here or by the server. */
  onChoose?: (file: File | null) => void;
};

/** One file, checked for its kind and its weight where it is chosen. */
export const FileInput = ({ accept, mostBytes, onChoose }: FileInputProps) => {
  const { attributes } = useField();
  const [refusal, setRefusal] = useState<string | null>(null);
  const noteId = `${attributes.id}-weight`;

  // A list of its own in each answer, so a second refusal is one more.
  const { errors } = use(FormContext);
  const refused = useEffectEvent(() => {
    if (errors[attributes.name]) onChoose?.(null);
  });
  useEffect(() => refused(), [errors]);

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0] ?? null;
    const fault = file && faultOf(file, accept, mostBytes);
    setRefusal(fault);
    if (fault) target.value = "";
    onChoose?.(fault ? null : file);
  };

  return (
    <>
      <input
        type="file"
        {...attributes}
        accept={accept}
        onChange={choose}
        aria-invalid={attributes["aria-invalid"] || refusal !== null || undefined}
        aria-describedby={cx(attributes["aria-describedby"], refusal && noteId) || undefined}
        className="control py-1.5 file:mr-3 file:rounded-md file:border-0 file:bg-sunken file:px-2.5 file:py-1 file:font-medium file:text-ink"
      />
      <div role="status">
        <FieldError id={noteId} messages={refusal ? [refusal] : []} />
      </div>
    </>
  );
};

function faultOf({ name, type, size }: File, accept: string, mostBytes: number): string | null {
  const kinds = accept.split(",");
  const taken = kinds.map((kind) => kind.replace(/^.*\//, "").toUpperCase()).join(" or ");
  if (!kinds.includes(type)) return `${name} is of another kind. Choose a ${taken} file.`;
  return size > mostBytes ? `${name} has ${inKb(size)}; at most ${inKb(mostBytes)} are taken.` : null;
}

const inKb = (bytes: number) => `${Math.ceil(bytes / 1024).toLocaleString("en-US")} KB`;
