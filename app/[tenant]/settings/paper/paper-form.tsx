"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { Checkbox } from "@/components/form/inputs/checkbox";
import { ColorInput } from "@/components/form/inputs/color-input";
import { FileInput } from "@/components/form/inputs/file-input";
import { TextArea } from "@/components/form/inputs/text-area";
import { TextInput } from "@/components/form/inputs/text-input";
import { ShownInput } from "@/components/form/shown-input";
import { Letterhead, PaperFoot, type PaperShop } from "@/components/paper/letterhead";
import { Card } from "@/components/ui/card";
import { whyNotBrandColor } from "@/lib/domain/shops/paper/brand-color";

type PaperFormProps = {
  action: ComponentProps<typeof Form>["action"];
  shown: string;
  shop: PaperShop & { terms: string };
  /** There is a logo, be it one that can't be read. */
  mayRemove: boolean;
  quoteValidDays: number;
  mostLogoBytes: number;
};

type Typed = { brandColor: string; taxId: string; terms: string; days: string; removed: boolean };

/** What the shop's papers look like and say, with the paper beside it as it would come out now. */
export const PaperForm = ({
  action,
  shown,
  shop,
  mayRemove,
  quoteValidDays,
  mostLogoBytes,
}: PaperFormProps) => {
  const { brandColor, taxId, terms } = shop;
  const [typed, setTyped] = useState<Typed>({
    brandColor,
    taxId,
    terms,
    days: String(quoteValidDays),
    removed: false,
  });
  const [picture, choosePicture] = usePicture();
  const fields = useRef<HTMLDivElement>(null);

  const read = () => {
    const form = fields.current?.closest("form");
    if (!form) return;
    const posted = new FormData(form);
    const text = (name: string) => String(posted.get(name) ?? "");
    const color = text("brandColor").trim().toLowerCase();
    setTyped({
      brandColor: whyNotBrandColor(color) ? "" : color,
      taxId: text("taxId"),
      terms: text("terms"),
      days: text("quoteValidDays"),
      removed: posted.has("removeLogo"),
    });
  };
  const done = () => {
    choosePicture(null);
    queueMicrotask(read);
  };

  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <Card title="Paper" description="For quotes, work orders and invoices, printed or as a PDF.">
        <Form action={action} submit="Save" onDone={done}>
          <ShownInput shown={shown} />
          <div ref={fields} onInput={read} className="space-y-4">
            <Field
              name="logo"
              label={shop.logo ? "Another logo" : "Logo"}
              hint="PNG or JPEG, at most 300 KB. Wide ones look best."
            >
              <FileInput accept="image/png,image/jpeg" mostBytes={mostLogoBytes} onChoose={choosePicture} />
            </Field>
            {mayRemove && <Checkbox name="removeLogo" label="Print without a logo" />}
            <FormRow>
              <Field name="brandColor" label="Color" hint="Of names and rules. Empty for black.">
                <ColorInput defaultValue={shop.brandColor} />
              </Field>
              <Field name="quoteValidDays" label="Quotes are good for" hint="Days, 1 to 365. For new quotes.">
                <TextInput inputMode="numeric" maxLength={3} defaultValue={String(quoteValidDays)} />
              </Field>
            </FormRow>
            <Field name="taxId" label="Tax id" hint="As it should be printed, such as EIN 12-3456789.">
              <TextInput maxLength={60} defaultValue={shop.taxId} />
            </Field>
            <Field
              name="terms"
              label="Terms"
              hint="At the foot of each quote: warranty, payment, cancelling."
            >
              <TextArea rows={6} defaultValue={shop.terms} />
            </Field>
          </div>
        </Form>
      </Card>
      <Preview
        shop={{ ...shop, ...typed, logo: picture ?? (typed.removed ? null : shop.logo) }}
        days={typed.days}
      />
    </div>
  );
};

/** A chosen picture as an address that this page alone can show. */
function usePicture() {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  return [address, (file: File | null) => setAddress(file && URL.createObjectURL(file))] as const;
}

const Preview = ({ shop, days }: { shop: PaperShop & { terms: string }; days: string }) => (
  <Card flush title="How it comes out">
    <div className="bg-white p-5 text-black [color-scheme:light] md:p-8">
      <Letterhead shop={shop} title="Quote #1042">
        Good for {days} {days === "1" ? "day" : "days"}
      </Letterhead>
      <div aria-hidden="true" className="my-6 space-y-2.5">
        {["w-3/4", "w-2/3", "w-5/6"].map((width) => (
          <div key={width} className="flex justify-between">
            <div className={`${width} h-2 max-w-[70%] rounded-full bg-black/15`} />
            <div className="h-2 w-14 rounded-full bg-black/15" />
          </div>
        ))}
      </div>
      <PaperFoot taxId={shop.taxId} terms={shop.terms} />
    </div>
  </Card>
);
