import type { ReactNode } from "react";
import { formatPhone } from "@/lib/phone";

/** The shop as its papers show it. */
export type PaperShop = {
  name: string;
  phone: string;
  email: string;
  street: string;
  city: string;
  state: string;
  zip: string;
  /** #rrggbb; empty for the color of the text. */
  brandColor: string;
  taxId: string;
  /** Address of the logo; null without one. */
  logo: string | null;
};

type LetterheadProps = {
  shop: PaperShop;
  /** What paper it is: "Work order #1042". */
  title: ReactNode;
  /** Under the title: dates and whatever else tells this paper from the next. */
  children?: ReactNode;
};

/** The head of every paper of a shop: quote, work order, invoice. */
export const Letterhead = ({ shop, title, children }: LetterheadProps) => {
  const color = shop.brandColor || undefined;
  return (
    <div
      className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 border-b-2 pb-4"
      style={{ borderColor: color ?? "currentColor" }}
    >
      <div className="flex min-w-0 items-start gap-x-4 gap-y-3 max-sm:flex-col">
        {shop.logo && <img src={shop.logo} alt="" className="max-h-16 max-w-44 object-contain" />}
        <address className="min-w-0 not-italic">
          <strong className="block text-lg/6 font-semibold" style={{ color }}>
            {shop.name}
          </strong>
          <Address of={shop} />
          <span className="block">
            {formatPhone(shop.phone)}
            {shop.phone && shop.email && " · "}
            <span className="inline-block">{shop.email}</span>
          </span>
        </address>
      </div>
      <div className="sm:ml-auto sm:text-right">
        <strong className="block text-lg/6 font-semibold" style={{ color }}>
          {title}
        </strong>
        {children}
      </div>
    </div>
  );
};

type Place = { street: string; city: string; state: string; zip: string };

/** A postal address, a line each for street and city; nothing where nothing is known. */
export const Address = ({ of: { street, city, state, zip } }: { of: Place }) => (
  <>
    {street && <span className="block">{street}</span>}
    {(city || state || zip) && (
      <span className="block">
        {[city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ")}
      </span>
    )}
  </>
);

/** The foot of a paper: terms where it has some, and the shop's tax id. */
export const PaperFoot = ({ taxId, terms = "" }: { taxId: string; terms?: string }) =>
  (terms || taxId) && (
    <div className="mt-6 space-y-2 border-t border-current/25 pt-3 text-[0.8125rem]">
      {terms && <p className="whitespace-pre-line">{terms}</p>}
      {taxId && <p>{taxId}</p>}
    </div>
  );
