import { Address, Letterhead, type PaperShop } from "@/components/paper/letterhead";
import { dayOf, formatLongDate } from "@/lib/dates";
import type { getInvoice } from "@/lib/domain/ledger/queries";
import { carName } from "@/lib/glass/vehicles/car";

type Invoice = Awaited<ReturnType<typeof getInvoice>>["invoice"];
type HeadProps = { shop: PaperShop; title: string; invoice: Invoice };

/** The head of the paper: who bills, who is billed, for which car. */
export const Head = ({ shop, title, invoice: { customer, job, number, issuedOn } }: HeadProps) => (
  <div className="mb-4 hidden print:block">
    <Letterhead shop={shop} title={`${title} #${number}`}>
      <time className="block">{formatLongDate(dayOf(issuedOn))}</time>
      {carName(job.vehicle)}
      <span className="block">{[job.vehicle.plate, job.vehicle.vin].filter(Boolean).join(" · ")}</span>
      {job.claims[0]?.claimNumber && <span className="block">Claim {job.claims[0].claimNumber}</span>}
    </Letterhead>
    <address className="mt-4 not-italic">
      Bill to
      <strong className="block">{customer.name}</strong>
      <Address of={customer} />
    </address>
  </div>
);
