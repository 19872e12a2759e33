"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Form } from "@/components/form/form";
import { Card } from "@/components/ui/card";
import type { DeskSetting } from "@/lib/domain/quotes/queries";
import type { Choices, QuotePayer } from "@/lib/domain/quotes/request";
import type { FormAction } from "@/lib/forms/form";
import { CustomerField } from "./customer-field";
import { DeskActions } from "./desk-actions";
import { moveOnWithEnter } from "./keyboard";
import { MoreFields } from "./more-fields";
import { OfferFields } from "./offer-fields";
import { PartFields } from "./part-fields";
import { PayerFields } from "./payer-fields";
import { PlaceFields } from "./place-fields";
import { PricePanel } from "./price-panel";
import { readTyped } from "./typed";
import { type Desk as DeskState, type FixedFor, useDesk } from "./use-desk";
import { VehicleChoice } from "./vehicle-choice";
import { WorkFields } from "./work-fields";

export type DeskStart = {
  /** A quote that stands: its customer and vehicle stay. */
  quote?: {
    id: string;
    edition: string;
    choices: Choices & { payer: QuotePayer };
    notes: string;
    fixed: FixedFor;
  };
  /** A new quote for somebody known. */
  customer?: { id: string; name: string; hint: string };
  vehicleId?: string;
};

type DeskProps = {
  action: FormAction;
  /** The shop's address: `/harbor-glass`. */
  shop: string;
  setting: DeskSetting;
  discountReasons: readonly string[];
  start: DeskStart;
};

/** The counter's one page: who, which car, which glass, who pays; priced while it is typed. */
export const Desk = ({ action, ...props }: DeskProps) => (
  <Form action={action}>
    <DeskFields {...props} />
  </Form>
);

const DeskFields = ({ shop, setting, discountReasons, start }: Omit<DeskProps, "action">) => {
  const fields = useRef<HTMLDivElement>(null);
  const choices = start.quote?.choices ?? null;
  const fixed = start.quote?.fixed ?? null;
  const [typed, setTyped] = useState(() => readTyped(new FormData()));
  const read = () => {
    const form = fields.current?.closest("form");
    if (form) setTyped(readTyped(new FormData(form)));
  };
  const readLater = useEffectEvent(() => queueMicrotask(read));
  useEffect(() => {
    read();
    const form = fields.current?.closest("form");
    const emptied = () => readLater();
    form?.addEventListener("reset", emptied);
    return () => form?.removeEventListener("reset", emptied);
  }, []);
  const desk = useDesk(`${shop}/quotes`, setting, typed, fixed);
  const { cash, insurance } = desk.prices;
  const chips = typed.work === "chip_repair";

  return (
    <div ref={fields} onInput={read} onKeyDown={moveOnWithEnter}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="space-y-5">
          {start.quote ? (
            <>
              <input type="hidden" name="id" value={start.quote.id} />
              <input type="hidden" name="edition" value={start.quote.edition} />
            </>
          ) : (
            <>
              <Card title="Customer">
                <CustomerField
                  searchUrl={`${shop}/customers/search`}
                  initial={
                    start.customer
                      ? { value: start.customer.id, label: start.customer.name, hint: start.customer.hint }
                      : null
                  }
                />
              </Card>
              <Card title="Vehicle">
                <VehicleChoice
                  decodeUrl={`${shop}/customers/vin`}
                  vehicles={typed.customerId ? (desk.customer.data?.vehicles ?? []) : []}
                  initial={start.vehicleId ?? ""}
                  typing={typed.car !== null}
                />
              </Card>
            </>
          )}
          <Card title="Glass">
            <div className="flex flex-col gap-4">
              <WorkFields choices={choices} chips={chips} />
              <div hidden={chips}>
                <div className="flex flex-col gap-4">
                  <PartFields
                    desk={desk}
                    typed={typed}
                    initial={choices?.nags ?? ""}
                    brand={choices?.brand ?? ""}
                  />
                  <OfferFields typed={typed} options={desk.options} choices={choices} />
                </div>
              </div>
            </div>
          </Card>
          <Card title="Place and payment">
            <div className="flex flex-col gap-4">
              <PlaceFields choices={choices} mobile={typed.place === "mobile"} place={desk.place} />
              <PayerFields insurers={setting.insurers} choices={choices} cash={cash} insurance={insurance} />
              <MoreFields
                choices={choices}
                notes={start.quote?.notes ?? ""}
                discountReasons={discountReasons}
              />
            </div>
          </Card>
        </div>
        <PricePanel
          payer={typed.payer}
          account={desk.account}
          taxed={desk.taxed}
          priced={desk.prices[typed.payer]}
          options={desk.options}
          range={desk.range}
          caution={cautionOf(desk, typed.place)}
          seesCost={setting.seesCost}
        />
      </div>
      <DeskActions prices={desk.prices} />
    </div>
  );
};

function cautionOf({ part }: DeskState, place: Choices["place"]): string | null {
  if (place === "shop" || (part?.calibration !== "static" && part?.calibration !== "dual")) return null;
  return "Static calibration needs a level bay: part of this job has to be done in the shop.";
}
