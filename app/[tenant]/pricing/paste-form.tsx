"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { TextArea } from "@/components/form/inputs/text-area";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/forms/form";

type PasteFormProps = {
  action: FormAction;
  /** What each column is called, in their order. */
  columns: string[];
  /** How many letters a list may have. The field takes one more, so that a list that was cut short is refused. */
  most: number;
  /** A line as one would paste it. */
  example: string;
  cancel: string;
  children?: ReactNode;
};

/** Many parts at once, as lines copied from a spreadsheet. */
export const PasteForm = ({ action, columns, most, example, cancel, children }: PasteFormProps) => (
  <Card className="max-w-3xl">
    <Form
      action={action}
      submit="Save the list"
      aside={
        <ButtonLink variant="ghost" href={cancel}>
          Cancel
        </ButtonLink>
      }
    >
      <Field
        name="pasted"
        label="Lines from your spreadsheet"
        hint={
          <>
            A part a line: {columns.join(", ").toLowerCase()}. A part that is there already is changed; an
            empty cell leaves what is there.
          </>
        }
        required
      >
        <TextArea
          rows={10}
          placeholder={example}
          maxLength={most + 1}
          spellCheck={false}
          className="font-mono text-[0.8125rem] whitespace-pre [tab-size:14]"
        />
      </Field>
      {children}
    </Form>
  </Card>
);
