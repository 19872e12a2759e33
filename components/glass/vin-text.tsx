import { TriangleAlert } from "lucide-react";
import { Code } from "@/components/ui/code";
import { checkVin } from "@/lib/glass/vehicles/vin";

/** A vehicle's VIN, with what does not add up in it; nothing where it has none. */
export const VinText = ({ vehicle: { vin, year } }: { vehicle: { vin: string; year: number } }) => {
  if (!vin) return null;
  const { error, warning } = checkVin(vin, year);
  return (
    <>
      <Code>{vin}</Code>
      {(error ?? warning) && (
        <span className="mt-0.5 flex max-w-prose gap-1.5 text-[0.8125rem] whitespace-normal text-warn-ink print:hidden">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          {error ?? warning}
        </span>
      )}
    </>
  );
};
