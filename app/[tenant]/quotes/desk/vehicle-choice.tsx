"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { KeptInput } from "@/components/form/drafts/kept-input";
import { VehicleFields } from "@/components/glass/vehicle-fields";
import type { DeskCustomer } from "@/lib/domain/quotes/queries";
import { carName } from "@/lib/glass/vehicles/car";
import { ChoiceCards } from "./choice-cards";

type VehicleChoiceProps = {
  decodeUrl: string;
  /** The customer's vehicles, the newest first; none for a new customer. */
  vehicles: DeskCustomer["vehicles"];
  initial: string;
  /** A new vehicle is typed in already. */
  typing: boolean;
};

const ANOTHER = "another";

/** Which vehicle: one the customer has, or another by VIN or by year, make and model. */
export const VehicleChoice = ({ decodeUrl, vehicles, initial, typing }: VehicleChoiceProps) => {
  const [chosen, setChosen] = useState(initial);
  const offered = vehicles.map(({ id }) => id).join();

  const settle = useEffectEvent(() => {
    const stands = vehicles.some(({ id }) => id === chosen);
    if (!stands) setChosen(typing ? "" : (vehicles[0]?.id ?? ""));
  });
  useEffect(() => {
    if (offered) settle();
  }, [offered]);

  const known = vehicles.length > 0 ? chosen : "";
  return (
    <div className="flex flex-col gap-4">
      <KeptInput name="vehicleId" value={known} initial={initial} onRestore={setChosen} />
      {vehicles.length > 0 && (
        <ChoiceCards
          legend="Which vehicle"
          name="vehicle"
          chosen={chosen || ANOTHER}
          onChoose={(value) => setChosen(value === ANOTHER ? "" : value)}
          options={[
            ...vehicles.map((car) => ({ value: car.id, label: carName(car), hint: car.plate || undefined })),
            { value: ANOTHER, label: "Another vehicle" },
          ]}
        />
      )}
      <div hidden={known !== ""}>
        <VehicleFields decodeUrl={decodeUrl} />
      </div>
    </div>
  );
};
