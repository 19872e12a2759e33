"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { MoneyInput } from "@/components/form/inputs/number-inputs";
import { TextInput } from "@/components/form/inputs/text-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { EditPart, NewPart, withPart } from "@/lib/domain/pricing/overrides/override";
import type { PreviewDesk } from "@/lib/domain/pricing/preview/preview";
import type { FormAction } from "@/lib/forms/form";
import { ChangeFields } from "../change-fields";
import { Previewed } from "../preview/previewed";

type OwnPart = { id: string; nagsNumber: string; priceCents: number | null; costCents: number | null };

type PartFormProps = { action: FormAction; desk: PreviewDesk; own?: OwnPart; cancel: string };

/** This shop's own price and cost of one part. Without `own`, the number is still to be typed. */
export const PartForm = ({ action, desk, own, cancel }: PartFormProps) =>
  own ? (
    <Previewed
      desk={desk}
      form={EditPart}
      draft={({ priceCents, costCents }) => draftOf({ nagsNumber: own.nagsNumber, priceCents, costCents })}
    >
      <PartCard action={action} desk={desk} cancel={cancel} submit="Save part" own={own}>
        <input type="hidden" name="id" value={own.id} />
      </PartCard>
    </Previewed>
  ) : (
    <Previewed desk={desk} form={NewPart} draft={draftOf}>
      <PartCard action={action} desk={desk} cancel={cancel} submit="Add part">
        <Field name="nagsNumber" label="Part number" hint="Such as DW02501GTYN." required className="mb-4">
          <TextInput autoFocus className="font-mono uppercase" autoCapitalize="characters" />
        </Field>
      </PartCard>
    </Previewed>
  );

const draftOf = (part: Omit<OwnPart, "id">) => ({
  change: (book: Parameters<typeof withPart>[0]) => withPart(book, part),
  nagsNumber: part.nagsNumber,
});

type PartCardProps = {
  action: FormAction;
  desk: PreviewDesk;
  cancel: string;
  submit: string;
  own?: OwnPart;
  children: ReactNode;
};

const PartCard = ({ action, desk, cancel, submit, own, children }: PartCardProps) => (
  <Card title={own ? own.nagsNumber : "Part"}>
    <Form
      action={action}
      submit={submit}
      aside={
        <ButtonLink variant="ghost" href={cancel}>
          Cancel
        </ButtonLink>
      }
    >
      {children}
      <FormRow>
        <Field
          name="priceCents"
          label="Your price"
          hint="Before tax, in place of your rules. What you agreed with insurers and accounts stays."
        >
          <MoneyInput defaultCents={own?.priceCents} placeholder="By your rules" />
        </Field>
        <Field
          name="costCents"
          label="Your cost"
          hint="In place of what your suppliers ask; for margins, and for rules on top of cost."
        >
          <MoneyInput defaultCents={own?.costCents} placeholder="Not known" />
        </Field>
      </FormRow>
      <ChangeFields desk={desk} />
    </Form>
  </Card>
);
