import { BrandMark } from "@/components/ui/brand-mark";
import { DateText } from "@/components/ui/date-text";
import type { IsoDate } from "@/lib/dates";
import { formatPhone } from "@/lib/phone";
import type { getShop } from "../queries";

type Shop = Awaited<ReturnType<typeof getShop>>;

/** The shop's own head, on paper alone. */
export const PaperHead = ({ shop }: { shop: Shop }) => (
  <div className="mb-6 hidden items-start justify-between gap-6 border-b border-line pb-4 print:flex">
    <div className="flex items-center gap-3">
      <BrandMark />
      <span className="text-lg font-semibold">{shop.name}</span>
    </div>
    <address className="text-right not-italic">
      {[shop.street, [shop.city, [shop.state, shop.zip].filter(Boolean).join(" ")].filter(Boolean).join(", ")]
        .filter(Boolean)
        .map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      {shop.phone && <span className="block">{formatPhone(shop.phone)}</span>}
      {shop.email && <span className="block">{shop.email}</span>}
    </address>
  </div>
);

/** What the customer should know of a quote on paper. */
export const PaperFoot = ({ validUntil, today }: { validUntil: IsoDate; today: IsoDate }) => (
  <p className="mt-6 hidden print:block">
    This quote is good until <DateText date={validUntil} today={today} />.
  </p>
);
