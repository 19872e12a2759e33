"use client";

import { type ChangeEvent, useState } from "react";
import { cx } from "@/components/ui/class-names";
import { useField } from "../field";
import { FieldError } from "../field-notes";

type FileInputProps = {
  /** Types the file dialog offers, such as "image/png,image/jpeg". */
  accept: string;
  /** A heavier file is refused at once, before it could take the rest of the form down with it. */
  mostBytes: number;
  /** Told of every choice; null when it is taken back or refused. */
  onChoose?: (file: File | null) => void;
};

/** One file, checked for its weight where it is chosen. */
export const FileInput = ({ accept, mostBytes, onChoose }: FileInputProps) => {
  const { attributes } = useField();
  const [refusal, setRefusal] = useState<string | null>(null);
  const noteId = `${attributes.id}-weight`;

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0] ?? null;
    const tooHeavy = file !== null && file.size > mostBytes;
    setRefusal(
      tooHeavy ? `${file.name} has ${inKb(file.size)}; at most ${inKb(mostBytes)} are taken.` : null,
    );
    if (tooHeavy) target.value = "";
    onChoose?.(tooHeavy ? null : file);
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

const inKb = (bytes: number) => `${Math.ceil(bytes / 1024).toLocaleString("en-US")} KB`;
