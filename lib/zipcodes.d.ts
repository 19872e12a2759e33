/** The few calls of `zipcodes` that are used; it comes without types. */
declare module "zipcodes" {
  type Place = { zip: string; city: string; state: string };
  const zipcodes: {
    lookup(zip: string): Place | undefined;
    /** Whole miles as the crow flies; null where a ZIP code is not known. */
    distance(from: string, to: string): number | null;
  };
  export default zipcodes;
}
