import { formatPhone } from "@/lib/phone";

type Shop = { name: string; phone: string; street: string; city: string; state: string; zip: string };

/** The head of a printed work order. */
export const Letterhead = ({ shop, number }: { shop: Shop; number: number }) => (
  <div className="mb-4 hidden justify-between border-b border-line pb-3 print:flex">
    <div>
      <p className="text-base font-semibold">{shop.name}</p>
      <p>
        {[shop.street, shop.city, `${shop.state} ${shop.zip}`.trim()].filter(Boolean).join(", ")}
        {shop.phone && ` · ${formatPhone(shop.phone)}`}
      </p>
    </div>
    <p className="text-base font-semibold">Work order #{number}</p>
  </div>
);
