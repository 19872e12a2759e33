"use client";

import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { TextInput } from "@/components/form/inputs/text-input";
import { ShownInput } from "@/components/form/shown-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/forms/form";

type Item = { id: string; shown: string; onHand: number; minQty: number; maxQty: number | null; bin: string };

type StockFormProps = {
  action: FormAction;
  /** Left out for a part that is new on the shelves. */
  item?: Item;
  cancel: string;
};

/** How many of a part there are, how many there should be, and where they lie. */
export const StockForm = ({ action, item, cancel }: StockFormProps) => (
  <Card className="max-w-3xl">
    <Form
      action={action}
      submit={item ? "Save" : "Add to stock"}
      aside={
        <ButtonLink variant="ghost" href={cancel}>
          Cancel
        </ButtonLink>
      }
    >
      {item ? (
        <>
          <input type="hidden" name="id" value={item.id} />
          <ShownInput shown={item.shown} />
        </>
      ) : (
        <Field name="nagsNumber" label="Part number" hint="Such as DW02501GTYN." required className="mb-4">
          <TextInput autoFocus className="font-mono uppercase" autoCapitalize="characters" />
        </Field>
      )}
      <FormRow fields={4}>
        <Count name="onHand" label="On hand" value={item?.onHand} />
        <Count name="minQty" label="Minimum" value={item?.minQty} />
        <Count name="maxQty" label="Maximum" value={item?.maxQty} />
        <Field name="bin" label="Bin">
          <TextInput defaultValue={item?.bin} placeholder="B4" maxLength={20} />
        </Field>
      </FormRow>
    </Form>
  </Card>
);

const Count = ({ name, label, value }: { name: string; label: string; value?: number | null }) => (
  <Field name={name} label={label}>
    <TextInput
      inputMode="numeric"
      defaultValue={value == null ? "" : String(value)}
      placeholder={name === "maxQty" ? "None" : "0"}
      maxLength={6}
      className="tabular-nums"
    />
  </Field>
);
