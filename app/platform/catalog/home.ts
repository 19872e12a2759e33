/** Where the shared catalog is. */
export const HOME = "/platform/catalog";
