import { VinText } from "@/components/glass/vin-text";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { dayOf } from "@/lib/dates";
import type { getJob } from "@/lib/domain/jobs/queries";
import { windowNames } from "@/lib/glass/time-window";
import { carName } from "@/lib/glass/vehicles/car";
import { formatPhone } from "@/lib/phone";

type Job = Awaited<ReturnType<typeof getJob>>["job"];
type FactsProps = { tenant: string; job: Job; inOffice: boolean; today: string };

/** When, where, whose and which car: what whoever does the work needs first. */
export const Facts = ({ tenant, job, inOffice, today }: FactsProps) => {
  const { customer, vehicle } = job;
  const address = [job.street, job.city, job.zip].filter(Boolean).join(", ");
  return (
    <Card title="Appointment">
      <DefinitionList
        items={[
          {
            term: "When",
            value: (
              <>
                <DateText date={dayOf(job.scheduledOn)} today={today} />,{" "}
                {windowNames[job.timeWindow]?.toLowerCase()}
              </>
            ),
          },
          {
            term: "Where",
            value: job.place === "mobile" ? `Mobile: ${address || "address missing"}` : "At the shop",
          },
          {
            term: "Customer",
            value: inOffice ? (
              <AppLink className="underline" href={`/${tenant}/customers/${customer.id}`}>
                {customer.name}
              </AppLink>
            ) : (
              customer.name
            ),
          },
          {
            term: "Phone",
            value: customer.phone ? (
              <a className="underline" href={`tel:${customer.phone}`}>
                {formatPhone(customer.phone)}
              </a>
            ) : null,
          },
          { term: "Vehicle", value: carName(vehicle) },
          { term: "Plate", value: [vehicle.plate, vehicle.plateState].filter(Boolean).join(" ") || null },
          { term: "VIN", value: vehicle.vin ? <VinText vehicle={vehicle} /> : null },
        ]}
      />
    </Card>
  );
};
