import { formatPhone } from "@/lib/phone";
import type { StoredPicture } from "@/lib/pictures/pictures";
import type { Db } from "@/lib/tenancy/tenancy";

/** Days that a quote is good for in a shop that has not said otherwise. */
export const QUOTE_VALID_DAYS = 30;

/** What stands on every paper of a shop. */
export type ShopPaper = Awaited<ReturnType<typeof loadPaper>>;

/** The shop as its quotes, work orders and invoices show it. `logo` is the address of its picture in the app; null without one. */
export async function loadPaper(db: Db) {
  const { slug, ...shop } = await db.tenant.findFirstOrThrow({
    select: {
      slug: true,
      name: true,
      phone: true,
      email: true,
      street: true,
      city: true,
      state: true,
      zip: true,
    },
  });
  const paper = await db.shopPaper.findFirst({
    select: { brandColor: true, taxId: true, terms: true, logoAt: true },
  });
  const { brandColor = "", taxId = "", terms = "", logoAt = null } = paper ?? {};
  const logo = logoAt && `/${slug}/settings/logo?at=${logoAt.getTime()}`;
  return { ...shop, brandColor, taxId, terms, logo };
}

/** How a mail of a shop's ends: whom to ask, then its name and address. */
export function mailFoot(shop: Omit<ShopPaper, "logo">): string[] {
  const reach = [shop.phone && formatPhone(shop.phone), shop.email].filter(Boolean).join(" or ");
  const city = [shop.city, shop.state, shop.zip].filter(Boolean).join(" ");
  return [
    ...(reach ? [`Questions? ${reach}.`] : []),
    [shop.name, shop.street, city].filter(Boolean).join("\n"),
  ];
}

/** The logo itself, to be shown by way of `shownPicture`; null where the shop has none. */
export async function loadLogo(db: Db): Promise<StoredPicture | null> {
  const paper = await db.shopPaper.findFirst({ select: { logo: true, tenantId: true } });
  return paper?.logo ? { stored: paper.logo, shop: paper.tenantId } : null;
}
