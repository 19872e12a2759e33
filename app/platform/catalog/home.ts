/** Where the shared catalogue is. */
export const HOME = "/platform/catalog";
