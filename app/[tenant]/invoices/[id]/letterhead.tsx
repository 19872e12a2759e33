import { dayOf } from "@/lib/dates";
import { carName } from "@/lib/glass/car";
import { formatPhone } from "@/lib/phone";
import type { getInvoice } from "../queries";

type Found = Awaited<ReturnType<typeof getInvoice>>;
type LetterheadProps = { shop: Found["shop"]; title: string; invoice: Found["invoice"] };

/** The head of the paper: who bills, who is billed, for which car. */
export const Letterhead = ({ shop, title, invoice }: LetterheadProps) => {
  const { customer, job } = invoice;
  return (
    <div className="mb-4 hidden grid-cols-2 gap-4 border-b border-line pb-4 print:grid">
      <address className="not-italic">
        <strong className="block text-base">{shop.name}</strong>
        <Address of={shop} />
        {[formatPhone(shop.phone), shop.email].filter(Boolean).join(" · ")}
      </address>
      <p className="text-right">
        <strong className="block text-base">
          {title} #{invoice.number}
        </strong>
        <time className="block">{dayOf(invoice.issuedOn)}</time>
        {carName(job.vehicle)}
        <span className="block">{[job.vehicle.plate, job.vehicle.vin].filter(Boolean).join(" · ")}</span>
        {job.claims[0]?.claimNumber && <span className="block">Claim {job.claims[0].claimNumber}</span>}
      </p>
      <address className="not-italic">
        Bill to
        <strong className="block">{customer.name}</strong>
        <Address of={customer} />
      </address>
    </div>
  );
};

type Place = { street: string; city: string; state: string; zip: string };

const Address = ({ of: { street, city, state, zip } }: { of: Place }) => (
  <>
    {street && <span className="block">{street}</span>}
    {(city || state || zip) && (
      <span className="block">
        {[city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ")}
      </span>
    )}
  </>
);
