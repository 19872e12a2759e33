/** What the product is called, on its pages, papers and mails. Its colors stand in app/globals.css, its mark in components/ui/brand-mark.tsx. */
export const PRODUCT = {
  name: "BastionGlass",
  description: "The shop system for auto glass: quotes, jobs, claims and invoices.",
} as const;
